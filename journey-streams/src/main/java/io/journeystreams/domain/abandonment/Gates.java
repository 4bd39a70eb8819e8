package io.journeystreams.domain.abandonment;

import java.time.Duration;

/** Whether an alert may be acted on: the gates in their order, the first that is shut gives the reason (rule A11). */
final class Gates {

    /** There was no alert to be acted on yet; far enough back that no cap reaches it, epoch milliseconds. */
    static final long NEVER_ACTED = Long.MIN_VALUE / 2;

    private final AbandonmentPolicy policy;

    Gates(AbandonmentPolicy policy) {
        this.policy = policy;
    }

    /**
     * @param emittedAtMs intake time of the entry that fires, epoch milliseconds
     * @param lastActionAtMs deadline of the customer's last alert that could be acted on, epoch milliseconds
     * @return {@link Reason#NONE} if all are open
     */
    Reason firstShut(Alert alert, long emittedAtMs, long lastActionAtMs) {
        if (isStale(alert, emittedAtMs)) {
            return Reason.STALE;
        }
        if (!alert.status().isLive()) {
            return Reason.ALREADY_RESOLVED;
        }
        if (!isOlderThan(policy.frequencyCap().minusMillis(1), lastActionAtMs, alert.deadlineMs())) {
            return Reason.CAPPED;
        }
        KindPolicy kind = policy.of(alert.subject().kind());
        boolean isWorthwhile = alert.total().map(kind::isWorthwhile).orElse(true);
        return isWorthwhile ? Reason.NONE : Reason.MIN_VALUE;
    }

    /** Too old to be acted on (rule T6). */
    boolean isStale(Alert alert, long emittedAtMs) {
        Duration maxAge = policy.of(alert.subject().kind()).maxAge();
        return isOlderThan(maxAge, alert.deadlineMs(), emittedAtMs);
    }

    private static boolean isOlderThan(Duration age, long fromMs, long toMs) {
        return toMs - fromMs > age.toMillis();
    }
}
