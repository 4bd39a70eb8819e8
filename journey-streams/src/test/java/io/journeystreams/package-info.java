@NullMarked
package io.journeystreams;

import org.jspecify.annotations.NullMarked;
