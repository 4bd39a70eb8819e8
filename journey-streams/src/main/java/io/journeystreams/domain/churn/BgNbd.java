package io.journeystreams.domain.churn;

/**
 * BG/NBD (Fader, Hardie and Lee 2005): a customer may become inactive after each repeat order. Who has not come again yet is
 * active for certain, which is where it is weakest.
 *
 * @param a first parameter of the beta distribution of the probability to become inactive
 * @param b second parameter
 */
public record BgNbd(double r, double alpha, double a, double b) implements PurchaseModel {

    public BgNbd {
        Parameters.requirePositive(r, alpha, a, b);
    }

    @Override
    public double alive(RepeatPurchases purchases) {
        if (purchases.repeats() == 0) {
            return 1;
        }
        return Parameters.aliveAgainst(a / (b + purchases.repeats() - 1), this, purchases);
    }
}
