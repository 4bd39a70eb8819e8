package io.journeystreams.domain.profile;

import io.journeystreams.domain.abandonment.AlertLedger;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.identity.Identity;
import io.journeystreams.domain.session.PublishedSession;
import java.util.List;

/**
 * Everything known about one customer or device. The journey is settled up to a time before which no event is taken any
 * more; later events are kept, so that one that arrives out of order finds its place. What has been published is kept
 * beside it, since it cannot be undone, only corrected.
 *
 * @param identity who it is
 * @param settled the journey as of {@code settledUntilMs}
 * @param settledUntilMs events before this are too late (rule T3), epoch milliseconds
 * @param recent the events since, in the order of rule T9
 * @param sessions what has been published of sessions
 * @param alerts what has been published of alerts
 * @param facts what has been published of the journey's course
 * @param tally counts of rule A1 over the whole journey
 * @param nextDueAtMs the next event time at which something is due, epoch milliseconds; {@link #NEVER} if nothing is
 * @param telling how far the journey has been told
 */
public record ProfileState(
        ProfileKey key,
        Identity identity,
        Journey settled,
        long settledUntilMs,
        RecentEvents recent,
        List<PublishedSession> sessions,
        AlertLedger alerts,
        ToldFacts facts,
        Tally tally,
        long nextDueAtMs,
        Telling telling) {

    /** There is no deadline. */
    public static final long NEVER = Long.MAX_VALUE;

    public ProfileState {
        sessions = List.copyOf(sessions);
    }

    /** A profile of which nothing has been told since it was read or made. */
    public ProfileState(
            ProfileKey key,
            Identity identity,
            Journey settled,
            long settledUntilMs,
            List<JourneyEvent> recent,
            List<PublishedSession> sessions,
            AlertLedger alerts,
            ToldFacts facts,
            Tally tally,
            long nextDueAtMs) {
        this(
                key,
                identity,
                settled,
                settledUntilMs,
                RecentEvents.of(recent),
                sessions,
                alerts,
                facts,
                tally,
                nextDueAtMs,
                Telling.NONE);
    }

    public static ProfileState empty(ProfileKey key) {
        return new ProfileState(
                key,
                Identity.UNKNOWN,
                Journey.NONE,
                Long.MIN_VALUE,
                List.of(),
                List.of(),
                AlertLedger.EMPTY,
                ToldFacts.NONE,
                Tally.ZERO,
                NEVER);
    }

    public boolean hasSeen(EventId id) {
        return recent.hasSeen(id) || settled.purchases().hasSeen(id);
    }

    /** Nothing is known of it: it need not be stored. */
    public boolean isEmpty() {
        return recent.isEmpty() && sessions.isEmpty() && equals(empty(key));
    }

    /** The same history, of somebody known otherwise. */
    public ProfileState with(Identity next) {
        return new ProfileState(
                key, next, settled, settledUntilMs, recent, sessions, alerts, facts, tally, nextDueAtMs, telling);
    }

    public ProfileState withNextDueAt(long ms) {
        return new ProfileState(
                key, identity, settled, settledUntilMs, recent, sessions, alerts, facts, tally, ms, telling);
    }

    public ProfileState withRecent(RecentEvents events) {
        return new ProfileState(
                key, identity, settled, settledUntilMs, events, sessions, alerts, facts, tally, nextDueAtMs, telling);
    }

    public ProfileState withSettled(Journey journey) {
        return new ProfileState(
                key, identity, journey, settledUntilMs, recent, sessions, alerts, facts, tally, nextDueAtMs, telling);
    }
}
