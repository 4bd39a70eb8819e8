package io.journeystreams.domain.churn;

/**
 * MBG/NBD (Batislam, Denizel and Filiztekin 2007): like {@link BgNbd}, but a customer may become inactive after the first
 * order too.
 *
 * @param a first parameter of the beta distribution of the probability to become inactive
 * @param b second parameter
 */
public record MbgNbd(double r, double alpha, double a, double b) implements PurchaseModel {

    public MbgNbd {
        Parameters.requirePositive(r, alpha, a, b);
    }

    @Override
    public double alive(RepeatPurchases purchases) {
        return Parameters.aliveAgainst(a / (b + purchases.repeats()), this, purchases);
    }
}
