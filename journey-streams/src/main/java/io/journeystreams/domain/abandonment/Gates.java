package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.Totals;
import java.time.Duration;

/** Whether an alert may be acted on: the gates in their order, the first that is shut gives the reason (rule A11). */
final class Gates {

    /** There was no alert to be acted on yet; far enough back that no cap reaches it, epoch milliseconds. */
    static final long NEVER_ACTED = Long.MIN_VALUE / 2;

    private final AbandonmentPolicy policy;
    private final Recipient recipient;
    private final long emittedAtMs;

    /** @param emittedAtMs intake time of the entry that fires, epoch milliseconds */
    Gates(AbandonmentPolicy policy, Recipient recipient, long emittedAtMs) {
        this.policy = policy;
        this.recipient = recipient;
        this.emittedAtMs = emittedAtMs;
    }

    /**
     * @param lastActionAtMs deadline of the customer's last alert that could be acted on, epoch milliseconds
     * @return {@link Reason#NONE} if all are open
     */
    Reason firstShut(Occasion occasion, long lastActionAtMs) {
        ConsentRule consent = policy.action().consent();
        if (isStale(occasion)) {
            return Reason.STALE;
        }
        if (!occasion.alert().status().isLive()) {
            return Reason.ALREADY_RESOLVED;
        }
        if (occasion.superseded()) {
            return Reason.SUPERSEDED;
        }
        if (!recipient.hasConsented(consent)) {
            return Reason.CONSENT;
        }
        if (!occasion.reachable()) {
            return Reason.UNREACHABLE;
        }
        if (recipient.isSoldOut(occasion.lines())) {
            return Reason.OUT_OF_STOCK;
        }
        return recipient.isControl() ? Reason.CONTROL : firstShutAfterControl(occasion, lastActionAtMs);
    }

    /** For comparison, what a customer of the control group would have met further on (rule A15). */
    Reason firstShutAfterControl(Occasion occasion, long lastActionAtMs) {
        if (!isOlderThan(policy.frequencyCap().minusMillis(1), lastActionAtMs, occasion.atMs())) {
            return Reason.CAPPED;
        }
        KindPolicy kind = policy.of(occasion.alert().subject().kind());
        boolean isWorthwhile =
                Totals.of(occasion.lines()).map(kind::isWorthwhile).orElse(true);
        return isWorthwhile ? Reason.NONE : Reason.MIN_VALUE;
    }

    /** Too old to be acted on (rule T6). */
    boolean isStale(Occasion occasion) {
        Duration maxAge = policy.of(occasion.alert().subject().kind()).maxAge();
        return isOlderThan(maxAge, occasion.atMs(), emittedAtMs);
    }

    private static boolean isOlderThan(Duration age, long fromMs, long toMs) {
        return toMs - fromMs > age.toMillis();
    }
}
