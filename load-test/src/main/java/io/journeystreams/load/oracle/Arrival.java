package io.journeystreams.load.oracle;

import java.util.Comparator;

/**
 * Where an event stands in its partition of the journal.
 *
 * @param clockMs what the clock had come to by then (T4), epoch milliseconds
 * @param offset what stands before it was known before
 */
public record Arrival(long clockMs, long offset) {
    static final Comparator<Arrival> FIRST =
            Comparator.comparingLong(Arrival::clockMs).thenComparingLong(Arrival::offset);

    /** A deadline that the clock has come to is over (T5). */
    long nothingOverFromMs() {
        return clockMs + 1;
    }
}
