package io.journeystreams.domain.person;

import java.util.Comparator;

/**
 * Since when somebody can be reached.
 *
 * @param sinceMs event time, epoch milliseconds
 * @param byActivity it came from what the person did, not from the CRM (rule A12)
 */
public record Reached(long sinceMs, boolean byActivity) {

    private static final Comparator<Reached> EARLIER =
            Comparator.comparingLong(Reached::sinceMs).thenComparing(Reached::byActivity);

    Reached earlier(Reached other) {
        return EARLIER.compare(this, other) <= 0 ? this : other;
    }
}
