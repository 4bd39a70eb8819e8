package io.journeystreams.load.oracle;

import java.util.Comparator;

/**
 * An event, and when the processor may count on knowing it.
 *
 * @param fromMs once the clock has come here, the event is known
 */
record Known(Fact fact, long fromMs) {
    /** In which news comes. */
    static final Comparator<Known> ORDER = Comparator.comparingLong(Known::fromMs);
}
