package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.ProfileKey;
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

    private static final Result NOTHING = new Result(List.of(), List.of(), Outlook.NEVER);

    private final ProfileKey profile;
    private final String tenant;
    private final Duration maxAge;
    private final ClockReading clock;
    private final long emittedAtMs;
    private final Function<ChurnAlert, ChurnOutput.Surroundings> surroundings;
    private final Map<String, ToldAlert> told = new LinkedHashMap<>();
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
            List<ToldAlert> before,
            Function<ChurnAlert, ChurnOutput.Surroundings> surroundings) {
        this.profile = profile;
        this.tenant = tenant;
        this.maxAge = maxAge;
        this.clock = clock;
        this.emittedAtMs = emittedAtMs;
        this.surroundings = surroundings;
        before.forEach(known -> told.put(known.alert().cause(), known));
    }

    /**
     * @param nextDueAtMs when the clock lets more be told, epoch milliseconds; {@link Long#MAX_VALUE} if nothing waits
     */
    public record Result(List<ToldAlert> told, List<ChurnOutput> outputs, long nextDueAtMs) {

        public Result {
            told = List.copyOf(told);
            outputs = List.copyOf(outputs);
        }
    }

    /** @param churn as it is now */
    public Result publish(Churn churn) {
        if (told.isEmpty() && churn.alerts().isEmpty()) {
            return NOTHING;
        }
        if (profile.isCustomer()) {
            told.values().stream()
                    .filter(known -> known.stands() && isGone(known.alert(), churn))
                    .toList()
                    .forEach(known -> retract(known, goneBecause(known.alert(), churn)));
            churn.alerts().forEach(this::tell);
        }
        return new Result(List.copyOf(told.values()), outputs, nextDueAtMs);
    }

    /** Everything that stands is taken back: the customer is forgotten (rule I8). */
    public Result erase() {
        told.values().stream().filter(ToldAlert::isOpen).toList().forEach(known -> retract(known, ChurnReason.ERASED));
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
        Optional<ToldAlert> known = Optional.ofNullable(told.get(alert.cause()));
        boolean isNews = known.isEmpty() || alert.isFiring();
        if (known.filter(ToldAlert::isOpen).isPresent()) {
            tellOn(alert, known.get());
        } else if (isNews && mayBeTold(alert)) {
            tellAnew(alert, known);
        }
    }

    private void tellOn(ChurnAlert now, ToldAlert known) {
        Optional<ChurnAlert.Ending> ending = now.ending();
        if (ending.isPresent()) {
            output(now, known, ChurnOutput.State.CLEARED, false, ending.get().reason());
        } else if (now.level() > known.alert().level()) {
            tellHigher(now, known);
        }
    }

    private void tellHigher(ChurnAlert now, ToldAlert known) {
        long atMs = now.escalation().map(ChurnAlert.Escalation::atMs).orElse(now.firedAtMs());
        if (!waitsForBacklog(now, atMs)) {
            ChurnReason gate = gate(atMs);
            boolean isInTime = gate == ChurnReason.NONE;
            output(now, known, ChurnOutput.State.FIRING, isInTime, isInTime ? ChurnReason.ESCALATED : gate);
        }
    }

    /** Somebody who has been asked to look at the customer is not asked again because the alert goes on. */
    private void tellAnew(ChurnAlert now, Optional<ToldAlert> before) {
        Optional<ChurnAlert.Ending> ending = now.ending();
        ChurnReason gate = gate(now.firedAtMs());
        ToldAlert known = before.orElse(new ToldAlert(now, 0, false, false));
        ChurnReason news = known.revision() > 0 ? ChurnReason.REINSTATED : gate;
        ChurnReason reason = ending.isPresent() ? ChurnReason.ALREADY_CLEARED : news;
        boolean isActionable = ending.isEmpty() && gate == ChurnReason.NONE && !known.wasActionable();
        ToldAlert firing = output(now.reinstated(), known, ChurnOutput.State.FIRING, isActionable, reason);
        ending.ifPresent(end -> output(now, firing, ChurnOutput.State.CLEARED, false, end.reason()));
    }

    /** The clock has passed it, and it does not wait for a backlog; else it is noted when to look again. */
    private boolean mayBeTold(ChurnAlert alert) {
        if (alert.isTimed() && !clock.hasPassed(alert.firedAtMs())) {
            nextDueAtMs = Math.min(nextDueAtMs, alert.firedAtMs());
            return false;
        }
        return !waitsForBacklog(alert, alert.firedAtMs());
    }

    /** The news of a purchase may stand further on in what is still to be read. */
    private boolean waitsForBacklog(ChurnAlert alert, long atMs) {
        boolean waits = alert.isTimed() && !clock.step().caughtUp() && gate(atMs) == ChurnReason.NONE;
        if (waits) {
            nextDueAtMs = Math.min(nextDueAtMs, clock.step().timeMs() + LOOK_AGAIN_AFTER_MS);
        }
        return waits;
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

    private void retract(ToldAlert known, ChurnReason reason) {
        ToldAlert last = output(known.alert(), known, ChurnOutput.State.RETRACTED, false, reason);
        told.put(known.alert().cause(), new ToldAlert(last.alert(), last.revision(), false, last.wasActionable()));
    }

    /** @param known as it was told before, with revision 0 if it was not */
    private ToldAlert output(
            ChurnAlert alert, ToldAlert known, ChurnOutput.State state, boolean isActionable, ChurnReason reason) {
        int revision = known.revision() + 1;
        outputs.add(new ChurnOutput(
                profile,
                alert.id(tenant),
                revision,
                state,
                alert,
                isActionable,
                reason,
                surroundings.apply(alert),
                emittedAtMs,
                Optional.empty()));
        ToldAlert last = new ToldAlert(alert, revision, true, known.wasActionable() || isActionable);
        told.put(alert.cause(), last);
        return last;
    }
}
