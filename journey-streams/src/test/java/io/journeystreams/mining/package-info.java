@NullMarked
package io.journeystreams.mining;

import org.jspecify.annotations.NullMarked;
