package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.EventId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The alert that signals of a running contract bring (rules C2, C3):
 *
 * <pre>
 *   NORMAL ──risk 0.5──► PENDING ──24 h──► FIRING ──risk 0.75──► FIRING, escalated
 *      ▲                    │                 │                       │
 *      └─ below 0.5, renewal┘◄── risk below 0.3, renewal, end ────────┘     not again before 30 d
 * </pre>
 *
 * Between events the risk only falls, apart from the steps of the base and the approach of the renewal: these are deadlines. So a risk that
 * is at a level at two of them was there all the time between.
 */
final class ContractAlert {

    private static final ChurnKind KIND = ChurnKind.CONTRACTUAL;

    /** Level of an alert whose risk has reached the second threshold. */
    private static final int ESCALATED = ChurnAlert.FIRST_LEVEL + 1;

    private ContractAlert() {}

    /** Epoch milliseconds; {@link Outlook#NEVER} if nothing is due. */
    static long nextDueAtMs(Churn churn, ChurnPolicy policy) {
        Optional<RunningContract> running = churn.contract().running();
        if (running.isEmpty() || policy.signals().isEmpty() || churn.isOutdated(policy)) {
            return Outlook.NEVER;
        }
        return nextDueAtMs(churn, running.get(), policy);
    }

    private static long nextDueAtMs(Churn churn, RunningContract contract, ChurnPolicy policy) {
        Watch watch = contract.watch();
        ContractRisk risk = new ContractRisk(contract, policy.signals().orElseThrow());
        LongStream near = contract.renewalNearAtMs().stream().filter(ms -> ms > watch.assessedAtMs());
        LongStream changes = LongStream.concat(near, risk.nextStepAfter(watch.assessedAtMs()).stream());
        LongStream crossings = LongStream.concat(
                watch.recoversAtMs().stream(),
                watch.pending().stream().mapToLong(pending -> firesAtMs(churn, pending, policy)));
        return LongStream.concat(changes, crossings).min().orElse(Outlook.NEVER);
    }

    static Churn pass(Churn before, long atMs, ChurnPolicy policy) {
        return nextDueAtMs(before, policy) <= atMs ? assess(before, before, atMs, Optional.empty(), policy) : before;
    }

    /**
     * @param before as it was until now
     * @param now with what has happened
     * @param by the event, if it was one
     */
    static Churn assess(Churn before, Churn now, long atMs, Optional<EventId> by, ChurnPolicy policy) {
        if (now.contract().running().isEmpty()) {
            return now;
        }
        RunningContract contract = now.contract().running().get().lookingAhead(atMs);
        Churn ahead = watched(now, contract, Watch.quietAt(atMs));
        if (policy.signals().isEmpty()) {
            return ahead;
        }
        ContractRisk risk = new ContractRisk(contract, policy.signals().get());
        Optional<ChurnAlert> firing = now.firing(KIND);
        if (firing.isPresent()) {
            return whileFiring(ahead, firing.get(), risk, atMs, by, policy);
        }
        boolean isArmed = risk.at(atMs) >= policy.enter()
                && now.firing(ChurnKind.VOLUNTARY).isEmpty();
        if (!isArmed) {
            return ahead;
        }
        Watch.Pending pending = stillPending(before, now, atMs, policy)
                .orElse(new Watch.Pending(atMs, by.orElse(contract.lastEvent())))
                .notBefore(now.judged().sinceMs());
        return firesAtMs(now, pending, policy) <= atMs
                ? fired(ahead, pending, risk, atMs, policy)
                : watched(ahead, contract, Watch.pendingAt(atMs, pending));
    }

    /** Known of an alert that fired under other weights is that it fires; until then nothing changes it. */
    private static Churn whileFiring(
            Churn ahead, ChurnAlert alert, ContractRisk risk, long atMs, Optional<EventId> by, ChurnPolicy policy) {
        long fromMs = Math.max(atMs, Math.max(alert.firedAtMs(), ahead.judged().sinceMs()));
        OptionalLong recoversAtMs = risk.firstBelow(policy.leave(), fromMs);
        if (recoversAtMs.isPresent() && recoversAtMs.getAsLong() == atMs) {
            return ahead.with(alert.ended(ChurnReason.RECOVERED, atMs, by));
        }
        Churn next = watched(ahead, risk.contract(), Watch.firingAt(atMs, recoversAtMs));
        return fromMs == atMs ? next.with(escalated(alert, risk, atMs, policy)) : next;
    }

    private static Churn fired(Churn ahead, Watch.Pending pending, ContractRisk risk, long atMs, ChurnPolicy policy) {
        ChurnAlert alert = ChurnAlert.timed(KIND, pending.by(), atMs, score(risk, atMs));
        Watch watch = Watch.firingAt(atMs, risk.firstBelow(policy.leave(), atMs));
        Churn firing = watched(ahead, risk.contract(), watch).with(escalated(alert, risk, atMs, policy));
        return Settling.forecasting(firing, alert);
    }

    private static ChurnAlert escalated(ChurnAlert alert, ContractRisk risk, long atMs, ChurnPolicy policy) {
        boolean isWorse = alert.level() < ESCALATED && risk.at(atMs) >= policy.escalate();
        return isWorse ? alert.escalated(ESCALATED, atMs, score(risk, atMs)) : alert;
    }

    /** Armed before, and the risk has not been lower since. */
    private static Optional<Watch.Pending> stillPending(Churn before, Churn now, long atMs, ChurnPolicy policy) {
        SignalWeights weights = policy.signals().orElseThrow();
        boolean wasArmed = before.contract()
                .running()
                .filter(contract -> new ContractRisk(contract, weights).at(atMs) >= policy.enter())
                .isPresent();
        return now.contract()
                .running()
                .flatMap(contract -> contract.watch().pending())
                .filter(pending -> wasArmed);
    }

    private static long firesAtMs(Churn churn, Watch.Pending pending, ChurnPolicy policy) {
        long notBeforeMs = churn.alert(KIND)
                .flatMap(ChurnAlert::ending)
                .map(ending -> ending.atMs() + policy.refireAfter().toMillis())
                .orElse(Long.MIN_VALUE);
        return Math.max(pending.sinceMs() + policy.hold().toMillis(), notBeforeMs);
    }

    private static Churn watched(Churn next, RunningContract contract, Watch watch) {
        return next.with(next.contract().with(contract.with(watch)));
    }

    private static ChurnScore score(ContractRisk risk, long atMs) {
        return ContractScore.ofSignals(risk.contract(), risk.weights(), atMs);
    }
}
