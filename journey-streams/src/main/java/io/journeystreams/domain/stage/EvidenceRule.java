package io.journeystreams.domain.stage;

import io.journeystreams.domain.event.Occurrence;
import java.time.Duration;
import java.util.List;

/** What leads into a stage (rule G2); its name is told with the transition. */
public sealed interface EvidenceRule {

    /** Evidence kept with a transition, and counted at the most. */
    int MAX_COUNT = 5;

    String name();

    /** The first touch, whatever it is. */
    record FirstTouch(String name) implements EvidenceRule {}

    /**
     * A goal reached that was kept.
     *
     * @param atLeast which one, from 1
     */
    record Goals(String name, int atLeast) implements EvidenceRule {

        public Goals {
            if (atLeast < 1) {
                throw new IllegalArgumentException("goals must be at least 1: " + atLeast);
            }
        }
    }

    /**
     * Events of one kind or another.
     *
     * @param events any of them counts
     * @param count how many it takes, from 1 to {@link #MAX_COUNT}
     * @param within the time in which they have to lie
     */
    record Events(String name, List<EventPattern> events, int count, Duration within) implements EvidenceRule {

        public Events {
            events = List.copyOf(events);
            if (count < 1 || count > MAX_COUNT) {
                throw new IllegalArgumentException("count must be from 1 to " + MAX_COUNT + ": " + count);
            }
            if (within.isNegative() || within.isZero()) {
                throw new IllegalArgumentException("within must be positive: " + within);
            }
        }

        boolean matches(Occurrence occurrence) {
            for (EventPattern pattern : events) {
                if (pattern.matches(occurrence)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A type of event, as reported, and what it has to say. */
    record EventPattern(String type, List<Condition> where) {

        public EventPattern {
            where = List.copyOf(where);
        }

        public static EventPattern of(String type) {
            return new EventPattern(type, List.of());
        }

        boolean matches(Occurrence occurrence) {
            return occurrence.type().equals(type) && allHold(occurrence);
        }

        private boolean allHold(Occurrence occurrence) {
            for (Condition condition : where) {
                if (!condition.holds(occurrence)) {
                    return false;
                }
            }
            return true;
        }
    }
}
