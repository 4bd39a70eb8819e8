package io.journeystreams.domain.churn;

import io.journeystreams.domain.churn.model.RepeatPurchases;
import io.journeystreams.domain.event.ProfileKey;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What silence says of a customer now, and when it will say more if nothing is bought (rules C1, C3).
 *
 * @param unjudged why it says nothing; empty where it is listened to
 * @param bought empty without an order that counts
 * @param measure empty where it says nothing, and where an alert still fires though there is no model any more
 * @param version of the parameters in use
 */
public record SilenceStanding(
        State state,
        Optional<Unjudged> unjudged,
        Optional<Bought> bought,
        Optional<Measure> measure,
        Ahead ahead,
        Optional<String> version) {

    /** Of the alert. */
    public enum State {
        NORMAL,
        PENDING,
        FIRING,
        NOT_JUDGED
    }

    /** Why silence says nothing. */
    public enum Unjudged {
        /** A device that nobody is known by. */
        ANONYMOUS,
        /** Who has a contract cannot leave silently. */
        CONTRACT,
        /** Nothing has been fitted. */
        NO_MODEL,
        NO_ORDERS,
        /** They are in use since something came last; from when on they count, {@link Ahead#judgedAtMs} says. */
        NEW_PARAMETERS
    }

    /**
     * Orders that count.
     *
     * @param days with an order
     * @param firstAtMs epoch milliseconds
     * @param lastAtMs of the first order on the last day, epoch milliseconds
     */
    public record Bought(int days, long firstAtMs, long lastAtMs) {}

    /** Both 0 to 1. */
    public record Measure(double decay, double risk) {}

    /**
     * What comes if nothing is bought, each epoch milliseconds; empty if it does not come, or has come.
     *
     * @param pendingAtMs of a pending alert, since when
     * @param firesAtMs when it has been pending long enough, and no sooner after the last one than it may
     * @param judgedAtMs when new parameters are adopted at the latest
     */
    public record Ahead(
            OptionalLong pendingAtMs, OptionalLong firesAtMs, OptionalLong escalatesAtMs, OptionalLong judgedAtMs) {}

    /** @param atMs what the clock shows, epoch milliseconds: an alert that it has not passed does not fire yet */
    public static SilenceStanding of(ProfileKey profile, Churn churn, ChurnPolicy policy, long atMs) {
        Optional<ChurnAlert> alert = churn.firing(ChurnKind.NON_CONTRACTUAL).filter(known -> profile.isCustomer());
        Optional<Unjudged> unjudged = unjudged(profile, churn, policy).filter(why -> alert.isEmpty());
        if (unjudged.isPresent()) {
            return notJudged(churn, unjudged.get(), policy);
        }
        Ahead ahead = ahead(churn, alert, policy, atMs);
        boolean isFiring = alert.filter(known -> known.firedAtMs() <= atMs).isPresent();
        State waiting = isPassed(ahead.pendingAtMs(), atMs) ? State.PENDING : State.NORMAL;
        return new SilenceStanding(
                isFiring ? State.FIRING : waiting,
                Optional.empty(),
                bought(churn.buying()),
                measure(churn.buying(), policy, atMs),
                ahead,
                policy.model(churn.buying()).map(ChurnModel::version));
    }

    private static Optional<Unjudged> unjudged(ProfileKey profile, Churn churn, ChurnPolicy policy) {
        if (!profile.isCustomer()) {
            return Optional.of(Unjudged.ANONYMOUS);
        }
        if (churn.contract().isActive()) {
            return Optional.of(Unjudged.CONTRACT);
        }
        if (policy.models().isEmpty()) {
            return Optional.of(Unjudged.NO_MODEL);
        }
        if (churn.buying().isEmpty()) {
            return Optional.of(Unjudged.NO_ORDERS);
        }
        return churn.isOutdated(policy) ? Optional.of(Unjudged.NEW_PARAMETERS) : Optional.empty();
    }

    private static SilenceStanding notJudged(Churn churn, Unjudged why, ChurnPolicy policy) {
        long reviewAtMs = why == Unjudged.NEW_PARAMETERS ? churn.outlook().reviewAtMs() : Outlook.NEVER;
        OptionalLong judgedAtMs = reviewAtMs == Outlook.NEVER ? OptionalLong.empty() : OptionalLong.of(reviewAtMs);
        return new SilenceStanding(
                State.NOT_JUDGED,
                Optional.of(why),
                bought(churn.buying()),
                Optional.empty(),
                new Ahead(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), judgedAtMs),
                policy.model(churn.buying()).map(ChurnModel::version));
    }

    private static Optional<Bought> bought(Buying buying) {
        return buying.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bought(buying.days(), buying.firstAtMs(), buying.lastAtMs()));
    }

    private static Optional<Measure> measure(Buying buying, ChurnPolicy policy, long atMs) {
        if (buying.isEmpty()) {
            return Optional.empty();
        }
        RepeatPurchases now = buying.purchasesAt(Math.max(atMs, buying.lastAtMs()));
        return policy.model(buying).map(model -> new Measure(model.decay(now), model.risk(now)));
    }

    private static Ahead ahead(Churn churn, Optional<ChurnAlert> alert, ChurnPolicy policy, long atMs) {
        OptionalLong firesAtMs = alert.map(known -> OptionalLong.of(known.firedAtMs()))
                .orElseGet(() -> SilenceAlert.firesAtMs(churn, policy));
        OptionalLong escalatesAtMs = alert.flatMap(ChurnAlert::escalation)
                .map(escalation -> OptionalLong.of(escalation.atMs()))
                .orElseGet(() -> alert.isPresent()
                        ? SilenceAlert.escalatesAtMs(churn, policy)
                        : notBefore(firesAtMs, churn.outlook().escalatesAtMs()));
        boolean isFiring = isPassed(firesAtMs, atMs);
        return new Ahead(
                isFiring ? OptionalLong.empty() : SilenceAlert.pendingAtMs(churn, policy),
                isFiring ? OptionalLong.empty() : firesAtMs,
                isPassed(escalatesAtMs, atMs) ? OptionalLong.empty() : escalatesAtMs,
                OptionalLong.empty());
    }

    private static OptionalLong notBefore(OptionalLong firesAtMs, OptionalLong escalatesAtMs) {
        return firesAtMs.isEmpty() || escalatesAtMs.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(firesAtMs.getAsLong(), escalatesAtMs.getAsLong()));
    }

    private static boolean isPassed(OptionalLong dueAtMs, long atMs) {
        return dueAtMs.isPresent() && dueAtMs.getAsLong() <= atMs;
    }
}
