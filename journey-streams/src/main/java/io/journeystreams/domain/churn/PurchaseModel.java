package io.journeystreams.domain.churn;

/**
 * How customers buy who are bound by no contract: each at a rate of their own while active, each for good inactive at some
 * time after an order. Rates are gamma distributed among customers.
 */
public sealed interface PurchaseModel permits BgNbd, MbgNbd {

    /** Shape of the distribution of rates. */
    double r();

    /** Rate of that distribution, weeks. */
    double alpha();

    /** Probability that the customer is still active. */
    double alive(RepeatPurchases purchases);

    /**
     * Probability of at least one order within the horizon.
     *
     * @param horizonWeeks positive
     */
    default double buys(RepeatPurchases purchases, double horizonWeeks) {
        double silence = (r() + purchases.repeats())
                * Math.log1p(-horizonWeeks / (alpha() + purchases.ageWeeks() + horizonWeeks));
        return alive(purchases) * -Math.expm1(silence);
    }
}
