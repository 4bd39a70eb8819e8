package io.journeystreams.registry;

import java.time.Duration;

/**
 * How often one request to the registry is tried before {@link RegistryUnavailableException} is thrown. The pause doubles
 * from {@code firstPause} up to {@code maxPause}. The calling thread waits: the attempts, with the client's timeouts, must
 * stay well below the consumer's {@code max.poll.interval.ms}.
 *
 * @param attempts at least 1
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration maxPause) {

    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1: " + attempts);
        }
        if (firstPause.isNegative() || maxPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("pauses must be 0 <= first <= max: " + firstPause + ", " + maxPause);
        }
    }

    /** Four attempts with pauses of 200, 400 and 800 ms. */
    public static RetryPolicy defaults() {
        return new RetryPolicy(4, Duration.ofMillis(200), Duration.ofSeconds(2));
    }

    /** The pause after the attempt of that number, counted from 1. */
    Duration pauseAfter(int attempt) {
        Duration pause = firstPause;
        for (int doubled = 1; doubled < attempt && pause.compareTo(maxPause) < 0; doubled++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(maxPause) < 0 ? pause : maxPause;
    }
}
