package io.journeystreams.domain.churn;

import io.journeystreams.domain.churn.model.ChurnParameters;
import io.journeystreams.domain.churn.model.Decay;
import io.journeystreams.domain.churn.model.RepeatPurchases;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Fitted parameters in use.
 *
 * @param version id of the parameters, named with every score
 */
public record ChurnModel(ChurnParameters parameters, String version) {

    private static final double WEEK_MS = Duration.ofDays(7).toMillis();

    public static double weeks(long ms) {
        return ms / WEEK_MS;
    }

    public static double weeks(Duration duration) {
        return weeks(duration.toMillis());
    }

    public Duration horizon() {
        return Duration.ofMillis(Math.round(parameters.horizonWeeks() * WEEK_MS));
    }

    double decay(RepeatPurchases purchases) {
        return parameters.decay().of(purchases);
    }

    double risk(RepeatPurchases purchases) {
        return parameters.model().risk(purchases, parameters.horizonWeeks());
    }

    /**
     * When the decay of what was bought reaches a level in silence, epoch milliseconds; never early, late by one second at most
     * ({@link Decay}). Empty if it does not within a hundred years.
     */
    OptionalLong crossingMs(Buying buying, double level) {
        RepeatPurchases purchases = buying.purchasesAt(buying.lastAtMs());
        OptionalDouble weeks = parameters.decay().silenceUntil(level, purchases.repeats(), purchases.lastWeeks());
        return weeks.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(buying.lastAtMs() + (long) Math.ceil(weeks.getAsDouble() * WEEK_MS));
    }
}
