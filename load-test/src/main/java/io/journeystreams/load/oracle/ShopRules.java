package io.journeystreams.load.oracle;

import java.time.Duration;

/**
 * The settings with which oracle and processor judge the same customers. Whatever is not named here keeps the default of
 * docs/configuration.md; of the kinds of abandonment the oracle knows CART, CHECKOUT and PAYMENT_FAILED, so looks are made
 * to arm nothing, and the generator leaves out what would arm the other kinds.
 *
 * @param grace how far the clock stays behind (T4)
 * @param idleAfter silence after which a source follows the wall clock (T4)
 * @param futureTolerance how far ahead of its ingestion an event may be stamped (T2)
 * @param lateness older events arm nothing and change no session (T3)
 * @param sessionGap a longer silence starts a new session (S2)
 * @param maxSessionLength no session lasts longer (S2)
 * @param coolDown least distance of two alerts on a subject (A10)
 * @param quietAfterHigher how long lower kinds are quiet after an alert of a higher one (A3)
 * @param frequencyCap at most one alert to act on per customer in this time (A11)
 * @param recoveryWindow how long after its deadline an alert can be recovered (A1)
 * @param maxAge how long after its deadline an alert may still be acted on (T6)
 */
public record ShopRules(
        String tenant,
        Duration grace,
        Duration idleAfter,
        Duration futureTolerance,
        Duration lateness,
        Duration sessionGap,
        Duration maxSessionLength,
        Duration cartDelay,
        Duration checkoutDelay,
        Duration paymentFailedDelay,
        Duration coolDown,
        int maxAlerts,
        Duration quietAfterHigher,
        Duration frequencyCap,
        Duration recoveryWindow,
        Duration maxAge) {

    /** Times so short that in a run of a minute many alerts are armed, told and recovered. */
    public static ShopRules compressed() {
        return new ShopRules(
                "load",
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                Duration.ofDays(3),
                Duration.ofSeconds(5),
                Duration.ofHours(24),
                Duration.ofSeconds(6),
                Duration.ofSeconds(4),
                Duration.ofSeconds(3),
                Duration.ofSeconds(8),
                3,
                Duration.ofSeconds(10),
                Duration.ofSeconds(7),
                Duration.ofDays(30),
                Duration.ofHours(24));
    }

    /** The same as text of a {@code journey.yaml}; what the processor needs to run on (brokers, directories) is not in it. */
    public String yaml() {
        return """
                tenant: %s
                clock:
                  grace: %s
                  idleAfter: %s
                  futureTolerance: %s
                  lateness: %s
                sessions:
                  gap: %s
                  maxLength: %s
                abandonment:
                  browse:
                    views: 100
                    time: 24h
                  cart:
                    delay: %s
                    maxAge: %s
                  checkout:
                    delay: %s
                    maxAge: %s
                  paymentFailed:
                    delay: %s
                    maxAge: %s
                  coolDown: %s
                  maxAlerts: %d
                  quietAfterHigher: %s
                  frequencyCap: %s
                  recoveryWindow: %s
                """.formatted(
                        tenant,
                        text(grace),
                        text(idleAfter),
                        text(futureTolerance),
                        text(lateness),
                        text(sessionGap),
                        text(maxSessionLength),
                        text(cartDelay),
                        text(maxAge),
                        text(checkoutDelay),
                        text(maxAge),
                        text(paymentFailedDelay),
                        text(maxAge),
                        text(coolDown),
                        maxAlerts,
                        text(quietAfterHigher),
                        text(frequencyCap),
                        text(recoveryWindow));
    }

    private static String text(Duration duration) {
        return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
