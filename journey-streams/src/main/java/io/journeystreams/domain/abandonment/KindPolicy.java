package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * Settings of one kind of abandonment.
 *
 * @param delay silence after which the subject counts as abandoned
 * @param minValue smallest total that may be acted on (gate MIN_VALUE of rule A11), in any currency; 0 lets all pass
 * @param maxAge how long after its deadline an alert may still be acted on (rule T6)
 * @param steps further reminders, each so long after the first deadline (rule A13), ascending, at most {@link #MAX_STEPS}
 */
public record KindPolicy(Duration delay, BigDecimal minValue, Duration maxAge, List<Duration> steps) {

    /** Further reminders of one alert. */
    public static final int MAX_STEPS = 5;

    public KindPolicy {
        steps = List.copyOf(steps);
        if (delay.isNegative() || delay.isZero()) {
            throw new IllegalArgumentException("delay must be positive: " + delay);
        }
        if (minValue.signum() < 0) {
            throw new IllegalArgumentException("minValue must not be negative: " + minValue);
        }
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("maxAge must be positive: " + maxAge);
        }
        if (steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException("steps must be at most " + MAX_STEPS + ": " + steps);
        }
        Duration before = Duration.ZERO;
        for (Duration step : steps) {
            if (step.compareTo(before) <= 0) {
                throw new IllegalArgumentException("steps must be positive and ascend: " + steps);
            }
            before = step;
        }
    }

    public static KindPolicy ofDelay(Duration delay) {
        return of(delay, Duration.ofHours(24));
    }

    static KindPolicy of(Duration delay, Duration maxAge) {
        return new KindPolicy(delay, BigDecimal.ZERO, maxAge, List.of());
    }

    boolean isWorthwhile(Money total) {
        return total.amount().compareTo(minValue) >= 0;
    }
}
