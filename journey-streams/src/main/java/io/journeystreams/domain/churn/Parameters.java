package io.journeystreams.domain.churn;

/** What the parameters of both models have in common. */
final class Parameters {

    private Parameters() {}

    static void requirePositive(double... parameters) {
        for (double parameter : parameters) {
            if (!(parameter > 0) || Double.isInfinite(parameter)) {
                throw new IllegalArgumentException("parameters must be positive and finite: " + parameter);
            }
        }
    }

    /**
     * Probability to be active where the odds of having left with the last order, before any silence, are known. In logarithms,
     * so that a thousand orders do not overflow.
     */
    static double aliveAgainst(double odds, PurchaseModel model, RepeatPurchases purchases) {
        double silence = Math.log((model.alpha() + purchases.ageWeeks()) / (model.alpha() + purchases.lastWeeks()));
        return 1 / (1 + Math.exp(Math.log(odds) + (model.r() + purchases.repeats()) * silence));
    }
}
