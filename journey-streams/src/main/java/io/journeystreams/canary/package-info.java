/** A made-up visitor whose events beat through the whole path, from the input topic to an output, so that it is known when it is broken. */
@NullMarked
package io.journeystreams.canary;

import org.jspecify.annotations.NullMarked;
