package io.journeystreams.domain.churn.model;

/**
 * A model at constant pace on a clock that slows down with the time since the first order. Because the clock is concave,
 * what grows or falls with silence in the model does so here too.
 */
public record SlowingModel(BetaGeometric constant, Pace pace) implements PurchaseModel {

    @Override
    public double alive(RepeatPurchases purchases) {
        return constant.alive(onClock(purchases));
    }

    @Override
    public double buys(RepeatPurchases purchases, double horizonWeeks) {
        return constant.buys(onClock(purchases), ahead(purchases, horizonWeeks));
    }

    @Override
    public double expectedOrders(RepeatPurchases purchases, double horizonWeeks) {
        return constant.expectedOrders(onClock(purchases), ahead(purchases, horizonWeeks));
    }

    @Override
    public double countProbability(int repeats, double weeks) {
        return constant.countProbability(repeats, pace.stretched(weeks));
    }

    private RepeatPurchases onClock(RepeatPurchases purchases) {
        return new RepeatPurchases(
                purchases.repeats(), pace.stretched(purchases.lastWeeks()), pace.stretched(purchases.ageWeeks()));
    }

    private double ahead(RepeatPurchases purchases, double horizonWeeks) {
        double until = purchases.ageWeeks() + horizonWeeks;
        return pace.stretched(until) - pace.stretched(purchases.ageWeeks());
    }
}
