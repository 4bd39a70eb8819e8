/** The processor at a constant rate of events: how late its outputs are, what it takes, and whether it lasts. */
@NullMarked
package io.journeystreams.load.steady;

import org.jspecify.annotations.NullMarked;
