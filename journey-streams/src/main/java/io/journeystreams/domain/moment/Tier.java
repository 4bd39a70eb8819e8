package io.journeystreams.domain.moment;

import java.math.BigDecimal;

/**
 * A tier of loyal customers, reached by orders or by what they have spent.
 *
 * @param measure what has to reach the threshold
 */
public record Tier(String name, Measure measure, BigDecimal threshold) {

    public Tier {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a tier has a name");
        }
        if (threshold.signum() <= 0) {
            throw new IllegalArgumentException("the threshold of " + name + " must be positive: " + threshold);
        }
    }

    /** What a tier is reached by. */
    public enum Measure {
        /** Orders that were kept. */
        ORDERS,
        /** Total of the orders, in the currency of the first. */
        SPEND
    }

    boolean isReached(int orders, BigDecimal spend) {
        BigDecimal reached = measure == Measure.ORDERS ? BigDecimal.valueOf(orders) : spend;
        return reached.compareTo(threshold) >= 0;
    }
}
