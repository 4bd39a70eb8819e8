package io.journeystreams.domain.churn;

import io.journeystreams.domain.churn.model.PurchaseModel;
import io.journeystreams.domain.churn.model.RepeatPurchases;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How likely it is that a customer leaves, and why.
 *
 * @param risk probability of no purchase, or of the end of the contract, within the horizon; 1 where nothing is foretold because it was told
 * @param horizon how far ahead; zero where nothing is foretold
 * @param silence of customers without a contract
 * @param drivers the largest contribution first
 * @param model its key as published
 * @param version of its parameters or weights
 * @param valueAtRisk what is expected to be lost within the horizon
 */
public record ChurnScore(
        double risk,
        Duration horizon,
        Optional<Silence> silence,
        List<Driver> drivers,
        String model,
        String version,
        Optional<Money> valueAtRisk) {

    /** Some are there and have slowed down; some have left. */
    static final String DEPARTURE = "DEPARTURE";

    static final String PACE = "PACE";

    public ChurnScore {
        drivers = List.copyOf(drivers);
    }

    /**
     * What silence says (rule C1).
     *
     * @param alive probability that the customer has not left
     * @param cohort whose parameters these are
     */
    public record Silence(double decay, double alive, RepeatPurchases purchases, String cohort) {}

    /** @param ms not before the last order, epoch milliseconds */
    static ChurnScore ofSilence(Buying buying, ChurnModel fitted, long ms) {
        RepeatPurchases now = buying.purchasesAt(ms);
        double horizonWeeks = fitted.parameters().horizonWeeks();
        return new ChurnScore(
                fitted.risk(now),
                fitted.horizon(),
                Optional.of(new Silence(
                        fitted.decay(now),
                        fitted.parameters().model().alive(now),
                        now,
                        fitted.parameters().cohort())),
                drivers(buying, fitted, now),
                fitted.parameters().kind().key(),
                fitted.version(),
                valueAtRisk(buying, fitted.parameters().model(), now, horizonWeeks));
    }

    /** The probability to buy is that of being there times that of buying soon if there; both have fallen since the last order. */
    private static List<Driver> drivers(Buying buying, ChurnModel fitted, RepeatPurchases now) {
        PurchaseModel model = fitted.parameters().model();
        double horizonWeeks = fitted.parameters().horizonWeeks();
        RepeatPurchases then = buying.purchasesAt(buying.lastAtMs());
        double total = Math.log(model.buys(now, horizonWeeks) / model.buys(then, horizonWeeks));
        if (total == 0) {
            return List.of();
        }
        double decay = fitted.decay(now);
        double departure = decay * Math.log(model.alive(now) / model.alive(then)) / total;
        List<EventId> evidence = List.of(buying.lastBy());
        Driver left = new Driver(DEPARTURE, departure, evidence);
        Driver slowed = new Driver(PACE, decay - departure, evidence);
        return left.contribution() >= slowed.contribution() ? List.of(left, slowed) : List.of(slowed, left);
    }

    /** Orders expected right after the last one, less those expected now, at the mean of what an order was worth. */
    private static Optional<Money> valueAtRisk(
            Buying buying, PurchaseModel model, RepeatPurchases now, double horizonWeeks) {
        double before = model.expectedOrders(buying.purchasesAt(buying.lastAtMs()), horizonWeeks);
        double lost = Math.max(0, before - model.expectedOrders(now, horizonWeeks));
        return buying.meanOrderValue()
                .map(mean -> new Money(Math.round(mean.tenThousandths() * lost), mean.currency()));
    }
}
