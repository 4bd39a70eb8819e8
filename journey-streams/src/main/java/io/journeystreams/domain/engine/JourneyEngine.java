package io.journeystreams.domain.engine;

import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.time.ClockReading;
import java.util.Optional;

/**
 * Events and the clock in, decisions out. A pure function of its arguments: the same journal gives the same decisions, on
 * every replay. Safe for use by several threads.
 *
 * <p>Each call goes the same way: what the clock has passed is published first, so that the answer does not depend on when
 * deadlines are swept; then the event takes its place in the history ({@link History}); then the journey is told again from
 * what is known now ({@link Replay}); and what readers have not been told yet is published ({@link Publisher}).
 */
public final class JourneyEngine {

    private final History history;
    private final Publisher publisher;

    public JourneyEngine(EnginePolicy policy) {
        JourneyRules rules = new JourneyRules(policy);
        Replay replay = new Replay(rules);
        this.history = new History(policy, rules, replay);
        this.publisher = new Publisher(policy, rules, replay);
    }

    /**
     * What an event means for its profile.
     *
     * @param clock the journal's clock at this entry
     * @param intakeAtMs intake time of the event's entry, epoch milliseconds
     */
    public Decision onEvent(ProfileState state, JourneyEvent event, ClockReading clock, long intakeAtMs) {
        Decision elapsed = onDeadline(state, clock);
        Decision decided = apply(history.settle(elapsed.state(), clock), event, clock, intakeAtMs);
        return elapsed.followedBy(decided);
    }

    /**
     * Publishes whatever of the profile the clock has passed, one time after the other, as if each had been swept as soon as
     * it fell due.
     */
    public Decision onDeadline(ProfileState state, ClockReading clock) {
        Decision decision = Decision.nothing(state, Outcome.ELAPSED);
        while (clock.hasPassed(decision.state().nextDueAtMs())) {
            ClockReading then = clock.asOf(decision.state().nextDueAtMs());
            decision = decision.followedBy(
                    publisher.publish(decision.state(), then, then.step().intakeAtMs(), Outcome.ELAPSED, false));
        }
        return decision;
    }

    private Decision apply(ProfileState state, JourneyEvent event, ClockReading clock, long intakeAtMs) {
        if (state.hasSeen(event.id())) {
            return Decision.nothing(state, Outcome.DUPLICATE);
        }
        History.Insertion insertion = history.insert(state, event, clock);
        Optional<ProfileState> next = insertion.next();
        return next.isEmpty()
                ? Decision.nothing(state, insertion.outcome())
                : publisher.publish(next.get(), clock, intakeAtMs, insertion.outcome(), changesPicture(event));
    }

    private static boolean changesPicture(JourneyEvent event) {
        return event.rank() == JourneyEvent.Rank.CART || event.rank() == JourneyEvent.Rank.PURCHASE;
    }
}
