package io.journeystreams.domain.abandonment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The alerts of a subject.
 *
 * @param count alerts since the last purchase (rule A10)
 * @param lastAtMs deadline of the last alert, also of one before the last purchase, epoch milliseconds; 0 if there was none
 * @param last the last alert, whatever became of it
 * @param linkFollowed the customer came back by its link (rule A6)
 */
public record AlertHistory(int count, long lastAtMs, Optional<Alert> last, boolean linkFollowed) {

    static final AlertHistory NONE = new AlertHistory(0, 0, Optional.empty(), false);

    /** Also before the last purchase. */
    boolean hadAny() {
        return lastAtMs > 0;
    }

    Optional<Alert> live() {
        return last.filter(alert -> alert.status().isLive());
    }

    AlertHistory with(Alert next) {
        return new AlertHistory(count + 1, next.deadlineMs(), Optional.of(next), false);
    }

    AlertHistory counting(Alert takenBack) {
        return new AlertHistory(count + 1, Math.max(lastAtMs, takenBack.deadlineMs()), last, linkFollowed);
    }

    AlertHistory resolved(AlertStatus status) {
        Optional<Alert> ended = live().map(alert -> alert.withStatus(status));
        return ended.isPresent() ? new AlertHistory(count, lastAtMs, ended, linkFollowed) : this;
    }

    AlertHistory reminding(Reminder reminder) {
        Optional<Alert> reminded = last.map(alert -> {
            List<Reminder> more = new ArrayList<>(alert.reminders());
            more.add(reminder);
            return alert.withReminders(more);
        });
        return new AlertHistory(count, lastAtMs, reminded, linkFollowed);
    }

    /**
     * What becomes of the live alert when its customer does at last what was left: up to the grace after the deadline it
     * should not have been, later it is recovered (rule A6).
     */
    AlertStatus endedWell(long atMs, long graceMs, Reason reason) {
        long deadlineMs = live().map(Alert::deadlineMs).orElse(Long.MIN_VALUE / 2);
        return atMs <= deadlineMs + graceMs
                ? new AlertStatus.Retracted(atMs, reason)
                : new AlertStatus.Recovered(atMs, linkFollowed);
    }

    /** @see Alert#recoveredIfReplaced */
    AlertHistory recoveredIfReplaced(long replacedAtMs, long boughtAtMs) {
        AlertStatus.Recovered recovery = new AlertStatus.Recovered(boughtAtMs, linkFollowed);
        Optional<Alert> next = last.map(alert -> alert.recoveredIfReplaced(replacedAtMs, recovery));
        return new AlertHistory(count, lastAtMs, next, linkFollowed);
    }

    AlertHistory followedLink() {
        return new AlertHistory(count, lastAtMs, last, true);
    }

    /** After a purchase the count starts again; lower kinds stay quiet, and it cools down, all the same. */
    AlertHistory restarted() {
        return new AlertHistory(0, lastAtMs, last, linkFollowed);
    }
}
