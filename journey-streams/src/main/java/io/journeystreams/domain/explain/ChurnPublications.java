package io.journeystreams.domain.explain;

import io.journeystreams.domain.churn.Churn;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.ToldAlert;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.time.ClockReading;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What readers were told of alerts that a customer may be leaving. Remembered is the last revision of each, what it said, and whether
 * anybody was asked to look; which of several revisions asked is derived.
 */
final class ChurnPublications {

    private final EnginePolicy policy;
    private final ClockReading clock;
    private final List<ToldAlert> told;
    private final Churn outcome;

    /** @param outcome the alerts as they are known to have gone on */
    ChurnPublications(EnginePolicy policy, ClockReading clock, List<ToldAlert> told, Churn outcome) {
        this.policy = policy;
        this.clock = clock;
        this.told = List.copyOf(told);
        this.outcome = outcome;
    }

    Publication ofFiring(ChurnAlert alert) {
        Optional<ToldAlert> known = find(alert);
        if (known.isEmpty()) {
            return untold(alert);
        }
        ToldAlert last = known.get();
        if (last.wasActionable()) {
            boolean isOnly = last.alert().escalation().isEmpty() && isToldStepByStep(last);
            return published(OptionalInt.of(1), Optional.empty(), !isOnly);
        }
        boolean wasOver = wasOverInTime(last.alert());
        ShutGate gate = wasOver ? ShutGate.ALREADY_CLEARED : ShutGate.STALE;
        return published(OptionalInt.of(1), Optional.of(gate), !last.isOpen());
    }

    /** Empty if it was told together with something else. */
    Optional<Publication> ofEscalation(ChurnAlert alert, long atMs) {
        Optional<ToldAlert> known = find(alert);
        if (known.isEmpty() || known.get().alert().level() < alert.level()) {
            return Optional.of(untold(alert));
        }
        if (known.get().revision() < steps(known.get())) {
            return Optional.empty();
        }
        boolean isCounted = isToldStepByStep(known.get());
        return Optional.of(published(
                isCounted ? OptionalInt.of(alert.level()) : OptionalInt.empty(),
                Optional.empty(),
                !(isCounted && cannotBeStale(atMs))));
    }

    private static Publication published(OptionalInt revision, Optional<ShutGate> gate, boolean isDerived) {
        return new Publication.Published(revision, gate.isEmpty(), gate, isDerived, OptionalLong.empty());
    }

    /** Something else has taken its place, or the clock has not passed it, or it waits for a backlog. */
    private Publication untold(ChurnAlert alert) {
        boolean isComing = outcome.hasAlert(alert.cause());
        return isComing ? new Publication.Waits() : new Publication.Needless();
    }

    /** The clock has passed it, and by now it is not too late to act (rule T6). */
    private boolean cannotBeStale(long atMs) {
        long maxAgeMs = policy.course().churn().maxAge().toMillis();
        return clock.hasPassed(atMs)
                && clock.steps().get(clock.steps().size() - 1).intakeAtMs() - atMs <= maxAgeMs;
    }

    /** It ended before the clock could pass the time at which it fired. */
    private boolean wasOverInTime(ChurnAlert alert) {
        long toldAtMs = alert.firedAtMs() + policy.clock().grace().toMillis();
        return alert.isTimed()
                && alert.ending().filter(ending -> ending.atMs() < toldAtMs).isPresent();
    }

    private static boolean isToldStepByStep(ToldAlert known) {
        return known.revision() == steps(known);
    }

    /** Revisions of an alert that fired, rose level by level, and ended, each told as it happened. */
    private static int steps(ToldAlert known) {
        boolean isOver = !known.stands() || !known.alert().isFiring();
        return known.alert().level() + (isOver ? 1 : 0);
    }

    private Optional<ToldAlert> find(ChurnAlert alert) {
        return told.stream()
                .filter(known -> known.alert().cause().equals(alert.cause()))
                .findFirst();
    }
}
