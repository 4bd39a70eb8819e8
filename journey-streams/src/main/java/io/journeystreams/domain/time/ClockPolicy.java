package io.journeystreams.domain.time;

import java.time.Duration;

/**
 * Settings of the journal clock (rules T2 to T4).
 *
 * @param grace how far watermarks stay behind the highest time seen
 * @param idleAfter silence after which a source that is fully read follows the wall clock
 * @param futureTolerance a source's time later than the ingestion by more than this is replaced
 * @param lateness events older than this on arrival are late, and the history reaches back as far
 */
public record ClockPolicy(Duration grace, Duration idleAfter, Duration futureTolerance, Duration lateness) {

    public ClockPolicy {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace must not be negative: " + grace);
        }
        if (idleAfter.isNegative() || idleAfter.isZero()) {
            throw new IllegalArgumentException("idleAfter must be positive: " + idleAfter);
        }
        if (futureTolerance.isNegative()) {
            throw new IllegalArgumentException("futureTolerance must not be negative: " + futureTolerance);
        }
        if (lateness.compareTo(grace) <= 0) {
            throw new IllegalArgumentException("lateness must be longer than grace: " + lateness);
        }
    }

    public static ClockPolicy defaults() {
        return new ClockPolicy(
                Duration.ofMinutes(2), Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofDays(3));
    }
}
