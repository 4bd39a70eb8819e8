package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.AlertLedger;
import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.session.PublishedSession;
import io.journeystreams.domain.session.Session;
import io.journeystreams.domain.time.ClockReading;
import java.util.Comparator;
import java.util.List;

/**
 * The last valve: makes a profile small that has grown beyond what is stored in spite of every bound (fault R8). To refuse the
 * event instead would be worse: it may be a purchase, and somebody would be reminded who has bought.
 *
 * <p>All events count as settled, whatever the clock says. Carts and looks are forgotten, what was armed is disarmed and alerts
 * that stand are taken back (OVERFLOW): nobody is reminded of anything that was there. Who it is, consent, stages, counts and the
 * latest orders stay.
 */
final class Reduction {

    /** Orders and sessions that stay. */
    static final int MAX_ORDERS = 50;

    static final int MAX_SESSIONS = 10;

    private final Replay replay;
    private final Publisher publisher;

    Reduction(Replay replay, Publisher publisher) {
        this.replay = replay;
        this.publisher = publisher;
    }

    Decision of(ProfileState state, ClockReading clock, long emittedAtMs) {
        Journey told = replay.tell(state, clock.timeMs()).told();
        long atMs = Math.max(told.lastSeenAtMs(), clock.timeMs());
        AlertLedger alerts = state.alerts().withoutContent();
        Journey small = small(told, atMs);
        Journey ending = small.with(small.abandonment().endingAsOverflow(alerts, atMs));
        Decision ended = publisher.publish(reduced(state, ending, alerts), clock, emittedAtMs, Outcome.REDUCED, true);
        ProfileState after = ended.state();
        return Decision.of(
                reduced(after, small, after.alerts().forgettingAll()).withNextDueAt(after.nextDueAtMs()),
                Outcome.REDUCED,
                ended.outputs(),
                ended.change());
    }

    private static Journey small(Journey journey, long atMs) {
        List<Session> latest = journey.sessions().stream()
                .sorted(Comparator.comparingLong(Session::endedAtMs).reversed())
                .limit(MAX_SESSIONS)
                .sorted(Comparator.comparingLong(Session::startedAtMs))
                .toList();
        return journey.reduced(latest, MAX_ORDERS, atMs);
    }

    private static ProfileState reduced(ProfileState state, Journey journey, AlertLedger alerts) {
        List<PublishedSession> sessions = state.sessions().stream()
                .filter(known -> journey.sessions().stream().anyMatch(known::isPartOf))
                .toList();
        return new ProfileState(
                state.key(),
                state.identity(),
                journey,
                settledUntilMs(state, journey),
                List.of(),
                sessions,
                alerts,
                state.facts().ofChurn(),
                state.tally(),
                state.nextDueAtMs());
    }

    /** After every event, and after every alert that was published: none of it is told again. */
    private static long settledUntilMs(ProfileState state, Journey journey) {
        long latestMs = Math.max(journey.lastSeenAtMs(), state.alerts().lastDeadlineMs());
        return Math.max(state.settledUntilMs(), latestMs + 1);
    }
}
