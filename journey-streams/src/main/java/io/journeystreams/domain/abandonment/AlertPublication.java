package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.time.ClockReading;
import java.util.List;
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
 *
 * <p>Reminders of an alert follow it, each when the clock has passed it, and all that are missing before its end is told: so
 * revisions count the same whatever was known when.
 */
public final class AlertPublication {

    /** How far the clock moves before it is asked again whether it has caught up, milliseconds. */
    private static final long LOOK_AGAIN_AFTER_MS = 1_000;

    /** A source this far behind may count as caught up, milliseconds. */
    private static final long SHORTEST_BACKLOG_MS = 30_000;

    private final Gates gates;
    private final AlertTelling telling;
    private final long graceMs;
    private final ClockReading clock;
    private long nextDueAtMs = Long.MAX_VALUE;
    private long lookAgainAtMs = Long.MAX_VALUE;

    /**
     * @param before what has been published
     * @param emittedAtMs intake time of the journal entry that led to it, epoch milliseconds
     * @param circumstances what is known around an alert
     */
    public AlertPublication(
            AlertLedger before,
            AbandonmentPolicy policy,
            long graceMs,
            Recipient recipient,
            ClockReading clock,
            long emittedAtMs,
            Function<Alert, Circumstances> circumstances) {
        this.gates = new Gates(policy, recipient, emittedAtMs);
        this.telling = new AlertTelling(before, policy, recipient, gates, emittedAtMs, circumstances);
        this.graceMs = graceMs;
        this.clock = clock;
    }

    /**
     * @param published what has been published
     * @param outputs what is to be published now
     * @param nextDueAtMs the next deadline or end that is to be told, epoch milliseconds; {@link Long#MAX_VALUE} if there is none
     * @param lookAgainAtMs when to look again whether the backlog that an alert waits for has been read, epoch milliseconds;
     *     {@link Long#MAX_VALUE} if none waits
     */
    public record Result(AlertLedger published, List<AlertOutput> outputs, long nextDueAtMs, long lookAgainAtMs) {

        public Result {
            outputs = List.copyOf(outputs);
        }

        /** An alert whose deadline has passed is not told before a backlog has been read. */
        public boolean waits() {
            return lookAgainAtMs != Long.MAX_VALUE;
        }
    }

    /** @param alerts as they are now, the earliest deadline first */
    public Result publish(List<Alert> alerts) {
        for (Alert alert : alerts) {
            if (mayBeTold(Occasion.deadlineOf(alert), telling.find(alert.id()).isPresent())) {
                publish(expiresLater(alert) ? alert.withStatus(new AlertStatus.Live()) : alert);
            }
        }
        return new Result(telling.ledger(), telling.outputs(), nextDueAtMs, lookAgainAtMs);
    }

    private void publish(Alert alert) {
        Optional<PublishedAlert> known = telling.find(alert.id());
        if (known.isEmpty() && wasTakenBackInTime(alert)) {
            return;
        }
        PublishedAlert told = remind(alert, known.orElseGet(() -> telling.abandoned(alert)));
        AlertOutput.State state = AlertOutput.State.of(alert.status());
        if (state != told.state()) {
            telling.ended(alert, told, state, reasonOf(alert.status()));
        }
    }

    private PublishedAlert remind(Alert alert, PublishedAlert before) {
        PublishedAlert told = before;
        for (Reminder reminder : before.isOpen() ? alert.reminders() : List.<Reminder>of()) {
            boolean hasEnded = !alert.status().isLive();
            if (!told.hasTold(reminder) && (hasEnded || mayBeTold(Occasion.of(alert, reminder), false))) {
                told = telling.reminded(alert, told, reminder);
            }
        }
        return told;
    }

    /** The clock has passed it, and it does not wait for a backlog; else it is noted when to look again. */
    private boolean mayBeTold(Occasion occasion, boolean isTold) {
        if (!clock.hasPassed(occasion.atMs())) {
            nextDueAtMs = Math.min(nextDueAtMs, occasion.atMs());
            return false;
        }
        if (!isTold && !clock.step().caughtUp() && !gates.isStale(occasion)) {
            lookAgainAtMs = Math.min(lookAgainAtMs, caughtUpAtMs());
            return false;
        }
        return true;
    }

    private boolean expiresLater(Alert alert) {
        boolean later = alert.status() instanceof AlertStatus.Expired expired && !clock.hasPassed(expired.atMs());
        if (later) {
            nextDueAtMs = Math.min(nextDueAtMs, ((AlertStatus.Expired) alert.status()).atMs());
        }
        return later;
    }

    /** When the clock may have caught up: it cannot come closer to the time of intake than the grace. */
    private long caughtUpAtMs() {
        ClockReading.Step step = clock.step();
        return Math.max(step.timeMs() + LOOK_AGAIN_AFTER_MS, step.intakeAtMs() - graceMs - SHORTEST_BACKLOG_MS);
    }

    private boolean wasTakenBackInTime(Alert alert) {
        return alert.status() instanceof AlertStatus.Retracted retracted
                && retracted.atMs() <= alert.deadlineMs() + graceMs;
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
