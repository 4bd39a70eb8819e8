package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a subject waits for its deadline (rule A1).
 *
 * <pre>
 *   Idle ──► Armed ──► Idle (the alert lives on in its subject)
 *    ▲         │
 *    └──────► Disarmed
 * </pre>
 */
public sealed interface Arming {

    record Idle() implements Arming {}

    /**
     * @param by the event that armed it; the alert's id derives from it (rule T7)
     * @param atMs event time of that event, epoch milliseconds
     * @param touchedAtMs last event about the subject itself, epoch milliseconds
     * @param previous how the arming before it ended, if it was disarmed
     * @param evidence the arming event first, then what followed, at most {@link Alert#MAX_EVIDENCE}
     */
    record Armed(EventId by, long atMs, long touchedAtMs, Optional<Disarmed> previous, List<Evidence> evidence)
            implements Arming {

        public Armed {
            evidence = List.copyOf(evidence);
        }

        static Armed by(JourneyEvent event, Arming before) {
            return by(Evidence.of(event), event.atMs(), before);
        }

        static Armed by(Evidence event, long atMs, Arming before) {
            Optional<Disarmed> previous =
                    before instanceof Disarmed disarmed ? Optional.of(disarmed) : Optional.empty();
            return new Armed(event.eventId(), atMs, atMs, previous, List.of(event));
        }

        Armed forgettingPrevious() {
            return new Armed(by, atMs, touchedAtMs, Optional.empty(), evidence);
        }

        Armed touchedBy(JourneyEvent event) {
            return touchedBy(Evidence.of(event), event.atMs());
        }

        Armed touchedBy(Evidence event, long eventAtMs) {
            List<Evidence> more = new ArrayList<>(evidence);
            if (more.size() < Alert.MAX_EVIDENCE && !more.contains(event)) {
                more.add(event);
            }
            return new Armed(by, atMs, Math.max(touchedAtMs, eventAtMs), previous, more);
        }
    }

    /** @param by the event that had armed it */
    record Disarmed(EventId by, DisarmReason reason, long atMs) implements Arming {}
}
