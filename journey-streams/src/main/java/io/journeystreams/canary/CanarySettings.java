package io.journeystreams.canary;

import java.time.Duration;
import java.util.Map;

/**
 * How a canary beats.
 *
 * @param instance name of the instance that it belongs to, of letters, digits, dots, underscores and hyphens
 * @param every between two beats of a visitor, and the longest that a beat may take
 * @param kafka settings of its clients
 */
public record CanarySettings(String instance, Duration every, Map<String, String> kafka) {

    public CanarySettings {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("every must be positive: " + every);
        }
        kafka = Map.copyOf(kafka);
    }
}
