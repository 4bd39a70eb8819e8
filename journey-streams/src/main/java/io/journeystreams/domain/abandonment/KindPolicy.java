package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.Money;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Settings of one kind of abandonment.
 *
 * @param delay silence after which the subject counts as abandoned
 * @param minValue smallest total that may be acted on (gate MIN_VALUE of rule A11), in any currency; 0 lets all pass
 * @param maxAge how long after its deadline an alert may still be acted on (rule T6)
 */
public record KindPolicy(Duration delay, BigDecimal minValue, Duration maxAge) {

    public KindPolicy {
        if (delay.isNegative() || delay.isZero()) {
            throw new IllegalArgumentException("delay must be positive: " + delay);
        }
        if (minValue.signum() < 0) {
            throw new IllegalArgumentException("minValue must not be negative: " + minValue);
        }
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("maxAge must be positive: " + maxAge);
        }
    }

    public static KindPolicy ofDelay(Duration delay) {
        return new KindPolicy(delay, BigDecimal.ZERO, Duration.ofHours(24));
    }

    boolean isWorthwhile(Money total) {
        return total.amount().compareTo(minValue) >= 0;
    }
}
