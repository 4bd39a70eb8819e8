package io.journeystreams.demo;

import java.time.Duration;
import java.util.Optional;

/**
 * What is shown.
 *
 * @param seed the same one makes up the same shoppers
 * @param shoppersPerSecond positive
 * @param providerFailsAfter how long after the first shopper the card provider starts to fail; empty: never
 */
public record Scene(long seed, double shoppersPerSecond, Optional<Duration> providerFailsAfter) {

    public Scene {
        if (!(shoppersPerSecond > 0)) {
            throw new IllegalArgumentException("shoppersPerSecond must be positive: " + shoppersPerSecond);
        }
    }

    /** @param openedMs when the first shopper comes, epoch milliseconds */
    CardProvider cardProvider(long openedMs) {
        return providerFailsAfter
                .map(after -> new CardProvider(openedMs + after.toMillis()))
                .orElse(CardProvider.RELIABLE);
    }
}
