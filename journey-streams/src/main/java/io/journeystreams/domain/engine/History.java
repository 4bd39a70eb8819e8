package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.cart.Purchases;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.LoggedOut;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.interest.Interest;
import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.session.PublishedSession;
import io.journeystreams.domain.session.Session;
import io.journeystreams.domain.time.ClockReading;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a profile's recent events in their order and settles what is too old to change (rules T3, T8, T9).
 *
 * <pre>
 *        settled            recent, in event-time order
 *   ───────────────┬──────────────────────────────────────►  event time
 *                  │              ▲                 ▲
 *         clock − lateness      clock          latest event
 * </pre>
 */
final class History {

    private final EnginePolicy policy;
    private final JourneyRules rules;
    private final Replay replay;
    private final RecentBounds bounds = new RecentBounds();

    History(EnginePolicy policy, JourneyRules rules, Replay replay) {
        this.policy = policy;
        this.rules = rules;
        this.replay = replay;
    }

    /** @param next the history with the event; nothing where the event changed nothing */
    record Insertion(Outcome outcome, Optional<ProfileState> next) {

        static Insertion refused(Outcome outcome) {
            return new Insertion(outcome, Optional.empty());
        }
    }

    Insertion insert(ProfileState state, JourneyEvent event, ClockReading clock) {
        boolean isSettled = event.atMs() < state.settledUntilMs() || event.atMs() < horizonMs(clock);
        boolean isLate = event.occurrence().late() || isSettled || wouldSplitClosedSession(state, event, clock);
        boolean isPurchase = JourneyRules.isPurchase(event);
        if (isLate && !isPurchase) {
            return Insertion.refused(Outcome.LATE);
        }
        boolean isFull = bounds.areFull(state.recent());
        if (isFull && !isPurchase) {
            return Insertion.refused(Outcome.TRUNCATED);
        }
        if (isSettled) {
            Journey journey = rules.apply(state.settled(), late(event));
            return new Insertion(Outcome.LATE, Optional.of(state.withSettled(journey)));
        }
        ProfileState next = state.withRecent(state.recent().with(isFull ? lightened(event) : event));
        return new Insertion(isLate ? Outcome.LATE : Outcome.APPLIED, Optional.of(next));
    }

    /** Moves what no later event can change into the settled journey. */
    ProfileState settle(ProfileState state, ClockReading clock) {
        long untilMs = Math.max(horizonMs(clock), bounds.earlyHorizonMs(state, clock));
        boolean hasWork = untilMs > state.settledUntilMs()
                && !state.recent().isEmpty()
                && state.recent().get(0).atMs() < untilMs;
        return hasWork ? settled(state, untilMs, clock) : state;
    }

    /** Moves all before a time into the settled journey; for a profile that is to be joined with another. */
    ProfileState settleUntil(ProfileState state, long untilMs, ClockReading clock) {
        return untilMs > state.settledUntilMs() ? settled(state, untilMs, clock) : state;
    }

    private ProfileState settled(ProfileState state, long untilMs, ClockReading clock) {
        List<JourneyEvent> past = state.recent().stream()
                .takeWhile(event -> event.atMs() < untilMs)
                .toList();
        List<Alert> alerts = state.alerts().from(state.settledUntilMs()).stream()
                .filter(alert -> alert.deadlineMs() < untilMs)
                .toList();
        Journey journey = forget(replay.run(state.settled(), past, alerts, untilMs - 1), state, untilMs, clock);
        journey = journey.with(journey.course().forgetBefore(untilMs, state.facts()));
        return new ProfileState(
                state.key(),
                state.identity(),
                journey,
                untilMs,
                state.recent().subList(past.size(), state.recent().size()),
                state.sessions().stream()
                        .filter(session -> !session.isSettledBefore(untilMs - gapMs()))
                        .toList(),
                state.alerts().forgetBefore(untilMs, journey.abandonment()),
                state.facts().forgetBefore(untilMs, journey.course().churn()),
                state.tally(),
                state.nextDueAtMs());
    }

    /** What is remembered for a while is remembered for that long before the first event that may still be told again. */
    private Journey forget(Journey journey, ProfileState state, long untilMs, ClockReading clock) {
        List<Session> extendable = journey.sessions().stream()
                .filter(session -> session.endedAtMs() + gapMs() >= untilMs || isPending(session, state.sessions()))
                .toList();
        long ordersMs = untilMs - Purchases.REMEMBERED.toMillis();
        long subjectsMs = untilMs - policy.abandonment().recoveryWindow().toMillis();
        long alertsMs = clock.timeMs() - policy.abandonment().longestMaxAge().toMillis();
        long looksMs = untilMs - Interest.REMEMBERED.toMillis();
        return journey.with(journey.interest().forgetBefore(looksMs))
                .forgetting(extendable, ordersMs, subjectsMs, Math.min(untilMs, alertsMs))
                .keepingPast(state.alerts());
    }

    /** Readers are still to be told how it ended: of a profile that another one took in late. */
    private static boolean isPending(Session session, List<PublishedSession> told) {
        return told.stream().anyMatch(known -> known.isPendingPartOf(session));
    }

    private long horizonMs(ClockReading clock) {
        return clock.isDefined() ? clock.timeMs() - policy.clock().lateness().toMillis() : Long.MIN_VALUE;
    }

    private long gapMs() {
        return policy.session().gap().toMillis();
    }

    /** Late events never split a session that was closed (rule S4). */
    private static boolean wouldSplitClosedSession(ProfileState state, JourneyEvent event, ClockReading clock) {
        return event instanceof LoggedOut
                && clock.hasPassed(event.atMs())
                && state.sessions().stream()
                        .anyMatch(session ->
                                session.wasClosedAround(event.occurrence().deviceId(), event.atMs()));
    }

    private static JourneyEvent late(JourneyEvent event) {
        Occurrence occurrence = event.occurrence();
        return EventTypes.read(occurrence.asLate());
    }

    private JourneyEvent lightened(JourneyEvent purchase) {
        return EventTypes.read(
                purchase.occurrence().lightened(policy.course().churn().orderAttributes()));
    }
}
