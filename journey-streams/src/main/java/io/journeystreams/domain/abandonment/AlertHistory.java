package io.journeystreams.domain.abandonment;

import java.util.Optional;

/**
 * The alerts of a subject.
 *
 * @param count alerts since the last purchase (rule A10)
 * @param lastAtMs deadline of the last of them, epoch milliseconds; meaningless while count is 0
 * @param last the last alert, whatever became of it
 * @param linkFollowed the customer came back by its link (rule A6)
 */
public record AlertHistory(int count, long lastAtMs, Optional<Alert> last, boolean linkFollowed) {

    static final AlertHistory NONE = new AlertHistory(0, 0, Optional.empty(), false);

    Optional<Alert> live() {
        return last.filter(alert -> alert.status().isLive());
    }

    AlertHistory with(Alert next) {
        return new AlertHistory(count + 1, next.deadlineMs(), Optional.of(next), false);
    }

    AlertHistory counting(Alert takenBack) {
        long latestMs = count == 0 ? takenBack.deadlineMs() : Math.max(lastAtMs, takenBack.deadlineMs());
        return new AlertHistory(count + 1, latestMs, last, linkFollowed);
    }

    AlertHistory resolved(AlertStatus status) {
        Optional<Alert> ended = live().map(alert -> alert.withStatus(status));
        return ended.isPresent() ? new AlertHistory(count, lastAtMs, ended, linkFollowed) : this;
    }

    AlertHistory followedLink() {
        return new AlertHistory(count, lastAtMs, last, true);
    }

    /** After a purchase the count starts again. */
    AlertHistory restarted() {
        return new AlertHistory(0, 0, last, linkFollowed);
    }
}
