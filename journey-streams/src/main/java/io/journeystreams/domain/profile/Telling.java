package io.journeystreams.domain.profile;

import java.util.Optional;

/**
 * How far a journey has been told, so that it need not be told from the beginning when something is added at its end. It follows from
 * the rest of the profile: it is not stored, and two profiles that differ in nothing else are equal.
 */
public final class Telling {

    /** Nothing has been told yet. */
    public static final Telling NONE =
            new Telling(Journey.NONE, RecentEvents.NONE, Long.MAX_VALUE, Journey.NONE, Optional.empty());

    private final Journey from;
    private final RecentEvents events;
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
    public Telling(Journey from, RecentEvents events, long untilMs, Journey told, Optional<Upcoming> next) {
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

    /** Deadlines up to here fell due after the last event, epoch milliseconds. */
    public long untilMs() {
        return untilMs;
    }

    /**
     * What was told is how another telling begins, of the same events and later ones. An event at the time that was told up to, or before,
     * may come before a deadline that has been told already. Alerts that were published meanwhile are among what was told.
     */
    @SuppressWarnings("ReferenceEquality")
    public boolean begins(Journey before, RecentEvents all, long toMs) {
        return before == from
                && toMs >= untilMs
                && all.beginWith(events)
                && (all.size() == events.size() || all.get(events.size()).atMs() > untilMs);
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
