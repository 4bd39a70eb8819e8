package io.journeystreams.domain.engine;

import io.journeystreams.domain.event.CustomerErased;
import io.journeystreams.domain.event.CustomersMerged;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.session.SessionRules;
import io.journeystreams.domain.time.ClockReading;
import java.util.List;
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

    private final Replay replay;
    private final History history;
    private final Publisher publisher;
    private final Succession succession;
    private final ProfileUnion union;
    private final Reduction reduction;

    public JourneyEngine(EnginePolicy policy) {
        JourneyRules rules = new JourneyRules(policy);
        this.replay = new Replay(rules);
        this.history = new History(policy, rules, replay);
        this.publisher = new Publisher(policy, replay);
        this.succession = new Succession(policy);
        this.union = new ProfileUnion(history);
        this.reduction = new Reduction(replay, publisher);
    }

    /**
     * What a journal entry means for a profile.
     *
     * @param clock the journal's clock at this entry
     * @param intakeAtMs intake time of the entry, epoch milliseconds
     */
    public Decision decide(ProfileState state, Entry entry, ClockReading clock, long intakeAtMs) {
        Decision elapsed = onDeadline(state, clock);
        ProfileState settled = history.settle(elapsed.state(), clock);
        return elapsed.followedBy(decided(settled, entry, clock, intakeAtMs));
    }

    private Decision decided(ProfileState state, Entry entry, ClockReading clock, long intakeAtMs) {
        if (entry instanceof Entry.CustomerSeen seen) {
            return succession.customerSeen(state, seen, intakeAtMs);
        }
        if (entry instanceof Entry.SuccessorErased erased) {
            return succession.successorErased(state, erased);
        }
        ProfileState own = succession.endingCircle(state, relayedBy(entry));
        if (own.identity().wasErasedAfter(atMs(entry))) {
            return Decision.nothing(own, Outcome.ERASED);
        }
        Optional<ProfileKey> successor = own.identity().successorAt(atMs(entry));
        if (successor.isPresent()) {
            return succession.relay(own, entry, successor.get());
        }
        return entry instanceof Entry.HandedOver handedOver
                ? adopt(own, handedOver.handOver(), clock, intakeAtMs)
                : apply(own, ((Entry.Event) entry).event(), clock, intakeAtMs);
    }

    /**
     * Publishes whatever of the profile the clock has passed, one time after the other, as if each had been swept as soon as
     * it fell due.
     */
    public Decision onDeadline(ProfileState state, ClockReading clock) {
        Decision decision = Decision.nothing(state, Outcome.ELAPSED);
        while (clock.hasPassed(decision.state().nextDueAtMs())) {
            long dueAtMs = decision.state().nextDueAtMs();
            ClockReading then = clock.asOf(dueAtMs);
            Decision told =
                    publisher.publish(decision.state(), then, then.step().intakeAtMs(), Outcome.ELAPSED, false);
            decision = decision.followedBy(told.settled(history.settle(told.state(), then)));
            if (decision.state().nextDueAtMs() <= dueAtMs) {
                throw new IllegalStateException("what is due stays due");
            }
        }
        return decision;
    }

    /** Tells a profile's journey again, from what was settled on, for somebody to look on. Decides nothing. */
    public Journey retell(ProfileState state, ClockReading clock, Witness witness) {
        return replay.run(
                state.settled(), state.recent(), state.alerts().from(state.settledUntilMs()), clock.timeMs(), witness);
    }

    /**
     * Makes a profile small that is too large to be stored, in a way that reminds nobody of what it held.
     *
     * @param decision after which the profile is too large
     * @param intakeAtMs intake time of the entry that led to it, epoch milliseconds
     */
    public Decision reduce(Decision decision, ClockReading clock, long intakeAtMs) {
        return decision.followedBy(reduction.of(decision.state(), clock, intakeAtMs));
    }

    private Decision adopt(ProfileState state, HandOver handOver, ClockReading clock, long intakeAtMs) {
        if (state.identity().hasAdopted(handOver.id())) {
            return Decision.nothing(state, Outcome.DUPLICATE);
        }
        return publisher.publish(union.of(state, handOver, clock), clock, intakeAtMs, Outcome.ADOPTED, true);
    }

    private Decision apply(ProfileState state, JourneyEvent event, ClockReading clock, long intakeAtMs) {
        if (event instanceof CustomersMerged merged) {
            return succession.merge(state, merged, intakeAtMs);
        }
        if (event instanceof CustomerErased erased) {
            return succession.erase(state, erased, intakeAtMs);
        }
        if (state.hasSeen(event.id())) {
            return Decision.nothing(state, Outcome.DUPLICATE);
        }
        History.Insertion insertion = history.insert(state, event, clock);
        Optional<ProfileState> next = insertion.next();
        return next.isEmpty()
                ? Decision.nothing(state, insertion.outcome())
                : publisher.publish(next.get(), clock, intakeAtMs, insertion.outcome(), changesPicture(event));
    }

    private static List<ProfileKey> relayedBy(Entry entry) {
        return entry instanceof Entry.Event event ? event.relayedBy() : ((Entry.HandedOver) entry).relayedBy();
    }

    private static long atMs(Entry entry) {
        return entry instanceof Entry.Event event
                ? event.event().atMs()
                : ((Entry.HandedOver) entry).handOver().causedAtMs();
    }

    /** What a session's later end tells of need not be told at once: visits are many, and their end comes. */
    private static boolean changesPicture(JourneyEvent event) {
        return event.rank() == JourneyEvent.Rank.CART
                || event.rank() == JourneyEvent.Rank.PURCHASE
                || !SessionRules.extendsSessions(event);
    }
}
