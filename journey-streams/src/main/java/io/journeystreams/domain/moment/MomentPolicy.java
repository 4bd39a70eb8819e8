package io.journeystreams.domain.moment;

import java.time.Duration;
import java.util.List;

/**
 * Settings of the moments.
 *
 * @param reviewDelay from the delivery to the moment for a review
 * @param tiers from the lowest to the highest; none by default
 */
public record MomentPolicy(Duration reviewDelay, List<Tier> tiers) {

    public MomentPolicy {
        tiers = List.copyOf(tiers);
        if (reviewDelay.isNegative() || reviewDelay.isZero()) {
            throw new IllegalArgumentException("reviewDelay must be positive: " + reviewDelay);
        }
    }

    public static MomentPolicy defaults() {
        return new MomentPolicy(Duration.ofDays(5), List.of());
    }
}
