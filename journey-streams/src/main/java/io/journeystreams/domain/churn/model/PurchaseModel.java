package io.journeystreams.domain.churn.model;

/**
 * How customers buy who are bound by no contract: each at a rate of their own while active, each for good inactive at some
 * time after an order (rule C1). Needs no more of a customer than {@link RepeatPurchases}.
 */
public sealed interface PurchaseModel permits BetaGeometric, SlowingModel {

    /** Probability that the customer is still active. */
    double alive(RepeatPurchases purchases);

    /**
     * Probability of at least one order within the horizon.
     *
     * @param horizonWeeks positive
     */
    double buys(RepeatPurchases purchases, double horizonWeeks);

    /**
     * Expected days with an order within the horizon.
     *
     * @param horizonWeeks positive
     */
    double expectedOrders(RepeatPurchases purchases, double horizonWeeks);

    /**
     * Probability that a new customer has ordered on exactly so many days, beside the first, after some time.
     *
     * @param weeks from the first order, not negative
     */
    double countProbability(int repeats, double weeks);

    /** Probability of no order within the horizon: the risk of rule C1. */
    default double risk(RepeatPurchases purchases, double horizonWeeks) {
        return 1 - buys(purchases, horizonWeeks);
    }
}
