@NullMarked
package io.journeystreams.deploy;

import org.jspecify.annotations.NullMarked;
