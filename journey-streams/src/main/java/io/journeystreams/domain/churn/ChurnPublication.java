package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.fact.Told;
import io.journeystreams.domain.time.ClockReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What to tell readers of alerts: that one fires once the clock has passed it, that it escalates, that it is over, and that it was none.
 * Devices that nobody is known by are not told of: there is nobody to ask why.
 */
public final class ChurnPublication {

    /** When a backlog is being read, how much event time passes before it is looked at again. */
    private static final long LOOK_AGAIN_AFTER_MS = Duration.ofMinutes(1).toMillis();

    private final ProfileKey profile;
    private final String tenant;
    private final Duration maxAge;
    private final ClockReading clock;
    private final long emittedAtMs;
    private final Function<ChurnAlert, ChurnOutput.Surroundings> surroundings;
    private final Map<String, Told<ChurnAlert>> told = new LinkedHashMap<>();
    private final List<ChurnOutput> outputs = new ArrayList<>();
    private long nextDueAtMs = Outlook.NEVER;

    /**
     * @param before what readers have been told, of alerts that can still change
     * @param emittedAtMs intake time of the journal entry that leads to what is published, epoch milliseconds
     */
    public ChurnPublication(
            ProfileKey profile,
            String tenant,
            Duration maxAge,
            ClockReading clock,
            long emittedAtMs,
            List<Told<ChurnAlert>> before,
            Function<ChurnAlert, ChurnOutput.Surroundings> surroundings) {
        this.profile = profile;
        this.tenant = tenant;
        this.maxAge = maxAge;
        this.clock = clock;
        this.emittedAtMs = emittedAtMs;
        this.surroundings = surroundings;
        before.forEach(known -> told.put(known.fact().cause(), known));
    }

    /**
     * @param nextDueAtMs when the clock lets more be told, epoch milliseconds; {@link Long#MAX_VALUE} if nothing waits
     */
    public record Result(List<Told<ChurnAlert>> told, List<ChurnOutput> outputs, long nextDueAtMs) {

        public Result {
            told = List.copyOf(told);
            outputs = List.copyOf(outputs);
        }
    }

    /** @param churn as it is now */
    public Result publish(Churn churn) {
        if (profile.isCustomer()) {
            told.values().stream()
                    .filter(known -> known.stands() && isGone(known.fact(), churn))
                    .toList()
                    .forEach(known -> retract(known, goneBecause(known.fact(), churn)));
            churn.alerts().forEach(this::tell);
        }
        return new Result(List.copyOf(told.values()), outputs, nextDueAtMs);
    }

    /** Everything that stands is taken back: the customer is forgotten (rule I8). */
    public Result erase() {
        told.values().stream()
                .filter(known -> known.stands() && known.fact().isFiring())
                .toList()
                .forEach(known -> retract(known, ChurnReason.ERASED));
        return new Result(List.of(), outputs, Outlook.NEVER);
    }

    /** An alert gives way to the next of its kind; of what was cleared there is nothing to take back. */
    private static boolean isGone(ChurnAlert alert, Churn churn) {
        return alert.isFiring() && !churn.hasAlert(alert.cause());
    }

    /** Why an alert is taken back. */
    public static ChurnReason goneBecause(ChurnAlert alert, Churn churn) {
        if (alert.kind() == ChurnKind.NON_CONTRACTUAL) {
            return ChurnReason.LATE_PURCHASE;
        }
        return churn.alert(alert.kind()).isPresent() ? ChurnReason.MERGED : ChurnReason.CORRECTED;
    }

    private void tell(ChurnAlert latest) {
        ChurnAlert alert = asOfClock(latest);
        Optional<Told<ChurnAlert>> known = Optional.ofNullable(told.get(alert.cause()));
        boolean isOpen = known.filter(Told::stands)
                .filter(before -> before.fact().isFiring())
                .isPresent();
        boolean isNews = known.isEmpty() || alert.isFiring();
        if (isOpen) {
            tellOn(alert, known.orElseThrow());
        } else if (isNews && mayBeTold(alert)) {
            tellAnew(alert, known.map(Told::revision).orElse(0));
        }
    }

    private void tellOn(ChurnAlert now, Told<ChurnAlert> known) {
        int revision = known.revision() + 1;
        Optional<ChurnAlert.Ending> ending = now.ending();
        if (ending.isPresent()) {
            output(now, revision, ChurnOutput.State.CLEARED, ending.get().reason());
        } else if (now.level() > known.fact().level()) {
            ChurnReason gate =
                    gate(now.escalation().map(ChurnAlert.Escalation::atMs).orElse(now.firedAtMs()));
            output(now, revision, ChurnOutput.State.FIRING, gate == ChurnReason.NONE ? ChurnReason.ESCALATED : gate);
        }
    }

    /** @param revision the last one told; 0 if none was */
    private void tellAnew(ChurnAlert now, int revision) {
        Optional<ChurnAlert.Ending> ending = now.ending();
        ChurnReason news = revision > 0 ? ChurnReason.REINSTATED : gate(now.firedAtMs());
        ChurnReason reason = ending.isPresent() ? ChurnReason.ALREADY_CLEARED : news;
        output(now.reinstated(), revision + 1, ChurnOutput.State.FIRING, reason);
        ending.ifPresent(end -> output(now, revision + 2, ChurnOutput.State.CLEARED, end.reason()));
    }

    /** The clock has passed it, and it does not wait for a backlog; else it is noted when to look again. */
    private boolean mayBeTold(ChurnAlert alert) {
        if (alert.isTimed() && !clock.hasPassed(alert.firedAtMs())) {
            nextDueAtMs = Math.min(nextDueAtMs, alert.firedAtMs());
            return false;
        }
        if (alert.isTimed() && !clock.step().caughtUp() && gate(alert.firedAtMs()) == ChurnReason.NONE) {
            nextDueAtMs = Math.min(nextDueAtMs, clock.step().timeMs() + LOOK_AGAIN_AFTER_MS);
            return false;
        }
        return true;
    }

    /** Without what time alone brought and the clock has not passed yet. */
    private ChurnAlert asOfClock(ChurnAlert alert) {
        Optional<ChurnAlert.Escalation> early =
                alert.escalation().filter(escalation -> alert.isTimed() && !clock.hasPassed(escalation.atMs()));
        Optional<ChurnAlert.Ending> soon =
                alert.ending().filter(ending -> ending.by().isEmpty() && !clock.hasPassed(ending.atMs()));
        early.ifPresent(escalation -> nextDueAtMs = Math.min(nextDueAtMs, escalation.atMs()));
        soon.ifPresent(ending -> nextDueAtMs = Math.min(nextDueAtMs, ending.atMs()));
        ChurnAlert firing = soon.isPresent() ? alert.reinstated() : alert;
        return early.isPresent() ? firing.beforeEscalation() : firing;
    }

    private ChurnReason gate(long atMs) {
        return emittedAtMs - atMs > maxAge.toMillis() ? ChurnReason.STALE : ChurnReason.NONE;
    }

    private void retract(Told<ChurnAlert> known, ChurnReason reason) {
        output(known.fact(), known.revision() + 1, ChurnOutput.State.RETRACTED, reason);
        told.put(known.fact().cause(), new Told<>(known.fact(), known.revision() + 1, false));
    }

    private void output(ChurnAlert alert, int revision, ChurnOutput.State state, ChurnReason reason) {
        boolean isNews = state == ChurnOutput.State.FIRING
                && reason != ChurnReason.STALE
                && reason != ChurnReason.ALREADY_CLEARED;
        outputs.add(new ChurnOutput(
                profile,
                alert.id(tenant),
                revision,
                state,
                alert,
                isNews,
                reason,
                surroundings.apply(alert),
                emittedAtMs));
        told.put(alert.cause(), new Told<>(alert, revision, true));
    }
}
