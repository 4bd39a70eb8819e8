package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.time.ClockReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What to tell readers of alerts, and what to withhold from those who act (rules A6, A11, T6, T7).
 *
 * <p>An alert is published when the clock has passed its deadline. If by then it is known to have been taken back within
 * the grace, it is never published. If it is known to have been resolved later, the facts are published as they would have
 * been live, but nobody may act on them: who has bought is not reminded, however late the news is read.
 *
 * <p>While a backlog is being read, news of a purchase may be further on in it, so an alert waits until the clock has caught
 * up. If it has grown stale by then, it waits no longer: nobody acts on it anyway.
 */
public final class AlertPublication {

    private final ProfileKey profile;
    /** How far the clock moves before it is asked again whether it has caught up, milliseconds. */
    private static final long LOOK_AGAIN_AFTER_MS = 1_000;

    /** A source this far behind may count as caught up, milliseconds. */
    private static final long SHORTEST_BACKLOG_MS = 30_000;

    private final AbandonmentPolicy policy;
    private final Gates gates;
    private final long graceMs;
    private final ClockReading clock;
    private final long emittedAtMs;
    private final Function<Alert, Optional<String>> sessionIds;

    private final Map<AlertId, PublishedAlert> published = new LinkedHashMap<>();
    private final List<AlertOutput> outputs = new ArrayList<>();
    private long lastActionAtMs;

    /**
     * @param emittedAtMs intake time of the journal entry that led to it, epoch milliseconds
     * @param sessionIds finds the published id of the session of an alert's last activity
     */
    public AlertPublication(
            ProfileKey profile,
            AbandonmentPolicy policy,
            long graceMs,
            ClockReading clock,
            long emittedAtMs,
            Function<Alert, Optional<String>> sessionIds) {
        this.profile = profile;
        this.policy = policy;
        this.gates = new Gates(policy);
        this.graceMs = graceMs;
        this.clock = clock;
        this.emittedAtMs = emittedAtMs;
        this.sessionIds = sessionIds;
    }

    /**
     * @param published what has been published
     * @param outputs what is to be published now
     * @param nextDueAtMs when the clock lets more be published, epoch milliseconds; {@link Long#MAX_VALUE} if nothing waits
     */
    public record Result(AlertLedger published, List<AlertOutput> outputs, long nextDueAtMs) {

        public Result {
            outputs = List.copyOf(outputs);
        }
    }

    /** @param alerts as they are now, the earliest deadline first */
    public Result publish(AlertLedger before, List<Alert> alerts) {
        before.alerts().forEach(known -> published.put(known.id(), known));
        lastActionAtMs = before.lastActionAtMs();
        long nextDueAtMs = Long.MAX_VALUE;
        for (Alert alert : alerts) {
            if (!clock.hasPassed(alert.deadlineMs())) {
                nextDueAtMs = Math.min(nextDueAtMs, alert.deadlineMs());
            } else if (waitsForBacklog(alert)) {
                nextDueAtMs = Math.min(nextDueAtMs, caughtUpAtMs());
            } else if (!clock.hasPassed(expiryMs(alert))) {
                nextDueAtMs = Math.min(nextDueAtMs, expiryMs(alert));
                publish(alert.withStatus(new AlertStatus.Live()));
            } else {
                publish(alert);
            }
        }
        AlertLedger after = new AlertLedger(List.copyOf(published.values()), lastActionAtMs);
        return new Result(after, outputs, nextDueAtMs);
    }

    private boolean waitsForBacklog(Alert alert) {
        return !clock.step().caughtUp() && !published.containsKey(alert.id()) && !gates.isStale(alert, emittedAtMs);
    }

    /** When the clock may have caught up: it cannot come closer to the time of intake than the grace. */
    private long caughtUpAtMs() {
        ClockReading.Step step = clock.step();
        return Math.max(step.timeMs() + LOOK_AGAIN_AFTER_MS, step.intakeAtMs() - graceMs - SHORTEST_BACKLOG_MS);
    }

    private void publish(Alert alert) {
        Optional<PublishedAlert> known = Optional.ofNullable(published.get(alert.id()));
        if (known.isEmpty() && wasTakenBackInTime(alert)) {
            return;
        }
        PublishedAlert told = known.orElseGet(() -> publishAbandoned(alert));
        AlertOutput.State state = stateOf(alert.status());
        if (state != told.state()) {
            publishOutcome(alert, told, state);
        }
    }

    private PublishedAlert publishAbandoned(Alert alert) {
        Reason shut = gates.firstShut(alert, emittedAtMs, lastActionAtMs);
        boolean isActionable = shut == Reason.NONE;
        Alert asAbandoned = alert.withStatus(new AlertStatus.Live()).withSession(sessionIds.apply(alert));
        tell(asAbandoned, 1, AlertOutput.State.ABANDONED, isActionable, shut, isActionable);
        if (isActionable) {
            lastActionAtMs = Math.max(lastActionAtMs, alert.deadlineMs());
        }
        return remember(new PublishedAlert(asAbandoned, 1, AlertOutput.State.ABANDONED, isActionable));
    }

    /** Those who act are told how an alert ended that they know of, so that nothing that waits is sent. */
    private void publishOutcome(Alert alert, PublishedAlert told, AlertOutput.State state) {
        Alert now = told.alert().withStatus(alert.status());
        int revision = told.revision() + 1;
        boolean toActions =
                told.inActions() && (state == AlertOutput.State.RECOVERED || state == AlertOutput.State.RETRACTED);
        tell(now, revision, state, false, reasonOf(alert.status()), toActions);
        remember(new PublishedAlert(told.alert(), revision, state, told.inActions()));
    }

    private PublishedAlert remember(PublishedAlert told) {
        published.put(told.id(), told);
        return told;
    }

    private void tell(
            Alert alert,
            int revision,
            AlertOutput.State state,
            boolean isActionable,
            Reason reason,
            boolean toActions) {
        Optional<String> link = policy.recoveryLink()
                .map(template ->
                        template.replace(AbandonmentPolicy.ALERT_ID, alert.id().value()));
        outputs.add(
                new AlertOutput(profile, alert, revision, state, isActionable, reason, toActions, link, emittedAtMs));
    }

    private boolean wasTakenBackInTime(Alert alert) {
        return alert.status() instanceof AlertStatus.Retracted retracted
                && retracted.atMs() <= alert.deadlineMs() + graceMs;
    }

    /** When the clock lets the alert expire; at once for every other status. */
    private static long expiryMs(Alert alert) {
        return alert.status() instanceof AlertStatus.Expired expired ? expired.atMs() : alert.deadlineMs();
    }

    private static AlertOutput.State stateOf(AlertStatus status) {
        if (status instanceof AlertStatus.Recovered) {
            return AlertOutput.State.RECOVERED;
        }
        if (status instanceof AlertStatus.Retracted) {
            return AlertOutput.State.RETRACTED;
        }
        return status instanceof AlertStatus.Expired ? AlertOutput.State.EXPIRED : AlertOutput.State.ABANDONED;
    }

    /** A resolved alert that stands again, because a late event explained its end, is not acted on again. */
    private static Reason reasonOf(AlertStatus status) {
        if (status instanceof AlertStatus.Retracted retracted) {
            return retracted.reason();
        }
        if (status instanceof AlertStatus.Expired expired) {
            return expired.reason();
        }
        return status.isLive() ? Reason.ALREADY_RESOLVED : Reason.NONE;
    }
}
