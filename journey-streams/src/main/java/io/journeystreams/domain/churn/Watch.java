package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.EventId;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How the risk of a contract stands to the levels of an alert, solved when something changes. Nobody looks at it in between.
 *
 * @param assessedAtMs when that was, epoch milliseconds
 * @param pending while the risk is at the level at which an alert is armed
 * @param recoversAtMs while an alert fires: when the risk falls below the level at which it is cleared, epoch milliseconds; empty if
 *     it does not before the base changes
 */
public record Watch(long assessedAtMs, Optional<Pending> pending, OptionalLong recoversAtMs) {

    private static final Comparator<Pending> BY_TIME = Comparator.comparingLong(Pending::sinceMs)
            .thenComparing(pending -> pending.by().value());

    /**
     * @param sinceMs the risk has been there, epoch milliseconds
     * @param by the event that brought it there; of time alone, the last signal's
     */
    public record Pending(long sinceMs, EventId by) {

        Pending notBefore(long ms) {
            return new Pending(Math.max(sinceMs, ms), by);
        }
    }

    static Watch quietAt(long ms) {
        return new Watch(ms, Optional.empty(), OptionalLong.empty());
    }

    static Watch pendingAt(long ms, Pending pending) {
        return new Watch(ms, Optional.of(pending), OptionalLong.empty());
    }

    static Watch firingAt(long ms, OptionalLong recoversAtMs) {
        return new Watch(ms, Optional.empty(), recoversAtMs);
    }

    /** Of two profiles that are one now; until it is solved for the signals of both, nothing is due. */
    Watch union(Watch other) {
        return new Watch(
                Math.max(assessedAtMs, other.assessedAtMs),
                Stream.concat(pending.stream(), other.pending.stream()).min(BY_TIME),
                OptionalLong.empty());
    }
}
