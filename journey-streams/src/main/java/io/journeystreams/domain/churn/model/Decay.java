package io.journeystreams.domain.churn.model;

import java.util.OptionalDouble;

/**
 * How much of the expectation to buy that stood right after the last order has gone since: 0 with the order, towards 1 in
 * silence. It only grows while nothing is bought, so its crossing of a level is found once, and no one has to look at it in between.
 *
 * @param horizonWeeks how far ahead an order is expected
 */
public record Decay(PurchaseModel model, double horizonWeeks) {

    /** Crossings are found to within this, weeks: one second. */
    static final double TOLERANCE_WEEKS = 1.0 / (7 * 24 * 3_600);

    /** Nobody is waited for longer, weeks: a hundred years. */
    private static final double FOREVER_WEEKS = 5_218;

    public Decay {
        Parameters.requirePositive(horizonWeeks);
    }

    public double of(RepeatPurchases purchases) {
        return 1 - model.buys(purchases, horizonWeeks) / model.buys(purchases.at(purchases.lastWeeks()), horizonWeeks);
    }

    /**
     * Weeks of silence after the last order until the decay reaches a level. Found by bisection, never early.
     *
     * @param level above 0, below 1
     * @return empty if it does not within a hundred years
     */
    public OptionalDouble silenceUntil(double level, int repeats, double lastWeeks) {
        double early = 0;
        double late = FOREVER_WEEKS;
        if (afterSilence(late, repeats, lastWeeks) < level) {
            return OptionalDouble.empty();
        }
        while (late - early > TOLERANCE_WEEKS) {
            double middle = (early + late) / 2;
            if (afterSilence(middle, repeats, lastWeeks) < level) {
                early = middle;
            } else {
                late = middle;
            }
        }
        return OptionalDouble.of(late);
    }

    private double afterSilence(double weeks, int repeats, double lastWeeks) {
        return of(new RepeatPurchases(repeats, lastWeeks, lastWeeks + weeks));
    }
}
