package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.EventId;
import java.util.Comparator;

/**
 * Something that says that a customer with a contract may leave.
 *
 * @param atMs epoch milliseconds
 * @param by the event that shows it
 */
public record Signal(SignalKind kind, long atMs, EventId by) {

    static final Comparator<Signal> BY_TIME = Comparator.comparingLong(Signal::atMs)
            .thenComparing(Signal::kind)
            .thenComparing(signal -> signal.by().value());

    private boolean isAbout(Signal other) {
        return kind == other.kind && by.equals(other.by);
    }

    /** It says nothing that another one has not said. */
    boolean repeats(Signal earlier) {
        boolean isClose = kind == earlier.kind && Math.abs(atMs - earlier.atMs) < kind.sameWithinMs();
        return isClose || isAbout(earlier);
    }
}
