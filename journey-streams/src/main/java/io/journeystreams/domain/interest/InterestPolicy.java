package io.journeystreams.domain.interest;

import java.time.Duration;

/**
 * From when on a product has been looked at and not only passed by.
 *
 * @param views this many views
 * @param time or one view of this length
 */
public record InterestPolicy(int views, Duration time) {

    public InterestPolicy {
        if (views < 1) {
            throw new IllegalArgumentException("views must be at least 1: " + views);
        }
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("time must be positive: " + time);
        }
    }

    public static InterestPolicy defaults() {
        return new InterestPolicy(2, Duration.ofSeconds(10));
    }
}
