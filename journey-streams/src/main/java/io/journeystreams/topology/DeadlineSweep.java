package io.journeystreams.topology;

import io.journeystreams.domain.engine.Decision;
import io.journeystreams.domain.engine.JourneyEngine;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.state.Deadline;
import io.journeystreams.state.DeadlineIndex;
import io.journeystreams.state.ProfileStore;
import io.journeystreams.state.StoredProfile;
import java.util.List;

/**
 * Fires what the journal clock has passed, the earliest first, within a budget; what is left is for the next call. Since an
 * event fires what is due of its own profile before it counts, results do not depend on how far a sweep came.
 */
final class DeadlineSweep {

    /** Index entries looked at in one go. */
    private static final int BATCH = 100;

    private final DeadlineIndex index;
    private final ProfileStore profiles;
    private final JourneyEngine engine;
    private final Decisions decisions;
    private final SweepBudget budget;
    private final Unfired unfired;

    /** Told about deadlines that the rules failed on. */
    interface Unfired {
        void onRefused(StoredProfile stored, Decisions.Attempt.Refused refused);
    }

    DeadlineSweep(
            DeadlineIndex index,
            ProfileStore profiles,
            JourneyEngine engine,
            Decisions decisions,
            SweepBudget budget,
            Unfired unfired) {
        this.index = index;
        this.profiles = profiles;
        this.engine = engine;
        this.decisions = decisions;
        this.budget = budget;
        this.unfired = unfired;
    }

    /**
     * @param swept index entries taken out
     * @param left entries that are due and wait, counted up to a batch
     * @param nextDueAtMs nothing is due before this, epoch milliseconds: of what waits, or the clock's own time
     */
    record Progress(int swept, int left, long nextDueAtMs) {

        boolean isDone() {
            return left == 0;
        }
    }

    Progress run(ClockReading clock) {
        if (!clock.isDefined()) {
            return new Progress(0, 0, ClockReading.UNDEFINED);
        }
        SweepBudget.Turn turn = budget.turn();
        List<Deadline> due = index.due(clock.timeMs(), BATCH);
        while (!due.isEmpty() && turn.goesOn()) {
            fireInTurn(due, clock, turn);
            due = index.due(clock.timeMs(), BATCH);
        }
        long nextDueAtMs = due.isEmpty() ? clock.timeMs() : due.get(0).dueAtMs();
        return new Progress(turn.taken(), due.size(), nextDueAtMs);
    }

    private void fireInTurn(List<Deadline> due, ClockReading clock, SweepBudget.Turn turn) {
        for (Deadline deadline : due) {
            if (!turn.goesOn()) {
                return;
            }
            fire(deadline, clock);
            turn.take();
        }
    }

    private void fire(Deadline deadline, ClockReading clock) {
        StoredProfile stored = profiles.load(deadline.profile());
        if (stored.indexedAtMs() != deadline.dueAtMs()) {
            index.remove(deadline);
            return;
        }
        Decisions.Attempt attempt = decisions.attempt(
                stored,
                Growth.ofTime(),
                () -> ask(stored, clock),
                decision -> engine.reduce(decision, clock, clock.step().intakeAtMs()),
                stored::afterDeadline,
                Decisions.NO_RELAYS);
        if (attempt instanceof Decisions.Attempt.Ready ready) {
            decisions.carryOut(ready);
            return;
        }
        StoredProfile unindexed = stored.withoutIndexEntry();
        profiles.save(stored, profiles.encoded(unindexed));
        unfired.onRefused(stored, (Decisions.Attempt.Refused) attempt);
    }

    private Decision ask(StoredProfile stored, ClockReading clock) {
        Decision decision = engine.onDeadline(stored.profile(), clock);
        if (clock.hasPassed(decision.state().nextDueAtMs())) {
            throw new IllegalStateException("the engine left a deadline unfired that the clock has passed");
        }
        return decision;
    }
}
