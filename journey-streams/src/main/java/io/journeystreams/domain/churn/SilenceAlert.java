package io.journeystreams.domain.churn;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The alert that silence brings (rules C1, C3):
 *
 * <pre>
 *   NORMAL ──decay 0.5──► PENDING ──24 h──► FIRING ──decay 0.75──► FIRING, escalated
 *      ▲                     │                 │                       │
 *      └─────── order ───────┘◄──── order, or decay below 0.3 ─────────┘     not again before 30 d
 * </pre>
 */
final class SilenceAlert {

    private static final ChurnKind KIND = ChurnKind.NON_CONTRACTUAL;

    /** Level of an alert whose decay has reached the second threshold. */
    private static final int ESCALATED = ChurnAlert.FIRST_LEVEL + 1;

    private SilenceAlert() {}

    static long nextDueAtMs(Churn churn, ChurnPolicy policy) {
        long nextMs = churn.outlook().reviewAtMs();
        nextMs = Math.min(nextMs, firesAtMs(churn, policy).orElse(Outlook.NEVER));
        return Math.min(nextMs, escalatesAtMs(churn, policy).orElse(Outlook.NEVER));
    }

    static Churn pass(Churn before, long atMs, ChurnPolicy policy) {
        Churn next = before.outlook().reviewAtMs() <= atMs ? reviewed(before, atMs) : before;
        if (isReached(firesAtMs(next, policy), atMs)) {
            next = fired(next, atMs, policy);
        }
        return isReached(escalatesAtMs(next, policy), atMs) ? escalated(next, atMs, policy) : next;
    }

    /** A purchase made before it fired shows that there was no alert; one made since clears it. */
    static Churn onOrder(Churn next, Buying.Order order, boolean isBackdated, ChurnPolicy policy) {
        Optional<ChurnAlert> firing = next.firing(KIND);
        if (firing.isEmpty()) {
            return next;
        }
        if (isBackdated) {
            return recoveredBy(next, firing.get().firedAtMs(), policy);
        }
        if (order.atMs() <= firing.get().firedAtMs()) {
            return next.without(KIND).with(next.forecasts().without(forecast -> isOf(forecast, firing.get())));
        }
        return next.with(firing.get().ended(ChurnReason.PURCHASE, order.atMs(), Optional.of(order.by())));
    }

    /** The order that had cleared the alert was none (rule C6). */
    static Churn reinstatedBy(Churn next, Buying.Order reversed) {
        return next.alert(KIND)
                .filter(alert -> alert.ending()
                        .flatMap(ChurnAlert.Ending::by)
                        .filter(reversed.by()::equals)
                        .isPresent())
                .map(alert -> next.with(alert.reinstated()))
                .orElse(next);
    }

    /** Another model, or an order told of late, may show that nothing is the matter. */
    static Churn recoveredBy(Churn next, long atMs, ChurnPolicy policy) {
        Optional<ChurnAlert> firing = next.firing(KIND);
        Optional<ChurnModel> model = policy.model(next.buying());
        if (firing.isEmpty() || model.isEmpty() || next.buying().isEmpty()) {
            return next;
        }
        long ms = Math.max(atMs, next.buying().lastAtMs());
        boolean hasRecovered = model.get().decay(next.buying().purchasesAt(ms)) < policy.leave();
        return hasRecovered ? next.with(firing.get().ended(ChurnReason.RECOVERED, ms, Optional.empty())) : next;
    }

    private static Churn reviewed(Churn before, long atMs) {
        return before.with(before.outlook().reviewed(before.buying(), atMs));
    }

    private static Churn fired(Churn before, long atMs, ChurnPolicy policy) {
        ChurnScore score = score(before.buying(), atMs, policy);
        ChurnAlert alert = ChurnAlert.timed(KIND, before.buying().lastBy(), atMs, score);
        return Settling.forecasting(before.with(alert), alert);
    }

    private static Churn escalated(Churn before, long atMs, ChurnPolicy policy) {
        ChurnScore score = score(before.buying(), atMs, policy);
        return before.with(before.firing(KIND).orElseThrow().escalated(ESCALATED, atMs, score));
    }

    private static ChurnScore score(Buying buying, long atMs, ChurnPolicy policy) {
        return ChurnScore.ofSilence(buying, policy.model(buying).orElseThrow(), atMs);
    }

    /** Since when an alert is armed, or from when on it will be. Who has a contract is not judged by silence. */
    static OptionalLong pendingAtMs(Churn churn, ChurnPolicy policy) {
        boolean isNotJudged = churn.isOutdated(policy) || churn.contract().isActive();
        long pendingMs = churn.outlook().pendingSinceMs();
        return isNotJudged || pendingMs == Outlook.NEVER ? OptionalLong.empty() : OptionalLong.of(pendingMs);
    }

    /** When the alert fires if nothing else happens. */
    static OptionalLong firesAtMs(Churn churn, ChurnPolicy policy) {
        OptionalLong pendingMs = pendingAtMs(churn, policy);
        if (pendingMs.isEmpty() || churn.firing(KIND).isPresent()) {
            return OptionalLong.empty();
        }
        long notBeforeMs = churn.alert(KIND)
                .flatMap(ChurnAlert::ending)
                .map(ending -> ending.atMs() + policy.refireAfter().toMillis())
                .orElse(Long.MIN_VALUE);
        return OptionalLong.of(Math.max(pendingMs.getAsLong() + policy.hold().toMillis(), notBeforeMs));
    }

    /** When an alert that fires is told again. */
    static OptionalLong escalatesAtMs(Churn churn, ChurnPolicy policy) {
        Optional<ChurnAlert> firing = churn.firing(KIND).filter(alert -> alert.level() < ESCALATED);
        OptionalLong crossing = churn.outlook().escalatesAtMs();
        return firing.isEmpty() || crossing.isEmpty() || churn.isOutdated(policy)
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(crossing.getAsLong(), firing.get().firedAtMs()));
    }

    private static boolean isReached(OptionalLong dueAtMs, long atMs) {
        return dueAtMs.isPresent() && dueAtMs.getAsLong() <= atMs;
    }

    private static boolean isOf(Forecast forecast, ChurnAlert alert) {
        return forecast.group() == Forecast.Group.FIRING
                && forecast.kind() == alert.kind()
                && forecast.by().equals(alert.armedBy());
    }
}
