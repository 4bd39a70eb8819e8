package io.journeystreams.domain.profile;

import io.journeystreams.domain.event.JourneyEvent;
import java.util.List;
import java.util.Optional;

/**
 * How far a journey has been told, so that it need not be told from the beginning when something is added at its end. It follows from
 * the rest of the profile: it is not stored, and two profiles that differ in nothing else are equal.
 */
public final class Telling {

    /** Nothing has been told yet. */
    public static final Telling NONE =
            new Telling(Journey.NONE, List.of(), Long.MAX_VALUE, Journey.NONE, Optional.empty());

    private final Journey from;
    private final List<JourneyEvent> events;
    private final long untilMs;
    private final Journey told;
    private final Optional<Upcoming> next;

    /**
     * @param from what happened before
     * @param events all that were told, in their order
     * @param untilMs deadlines up to here fell due after the last event, epoch milliseconds
     * @param told what came of it
     * @param next what time alone brings next
     */
    public Telling(Journey from, List<JourneyEvent> events, long untilMs, Journey told, Optional<Upcoming> next) {
        this.from = from;
        this.events = events;
        this.untilMs = untilMs;
        this.told = told;
        this.next = next;
    }

    public Journey told() {
        return told;
    }

    public Optional<Upcoming> next() {
        return next;
    }

    /** How many of a profile's events were told. */
    public int size() {
        return events.size();
    }

    /**
     * What was told is how another telling begins, of the same events and later ones. An event at the time that was told up to, or before,
     * may come before a deadline that has been told already. Alerts that were published meanwhile are among what was told.
     */
    @SuppressWarnings("ReferenceEquality")
    public boolean begins(Journey before, List<JourneyEvent> all, long toMs) {
        return before == from
                && toMs >= untilMs
                && areFirst(events, all)
                && (all.size() == events.size() || all.get(events.size()).atMs() > untilMs);
    }

    /** The same objects: to compare what they hold would cost more than it saves. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean areFirst(List<JourneyEvent> some, List<JourneyEvent> all) {
        boolean are = some.size() <= all.size();
        for (int i = some.size() - 1; are && i >= 0; i--) {
            are = some.get(i) == all.get(i);
        }
        return are;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Telling;
    }

    @Override
    public int hashCode() {
        return Telling.class.hashCode();
    }
}
