package io.journeystreams.domain.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.journeystreams.domain.churn.model.ChurnParameters;
import io.journeystreams.domain.churn.model.ModelKind;
import io.journeystreams.domain.event.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The one deadline that is solved for is the minute that somebody finds who looks every minute (rule C1). */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class OutlookTest {

    private static final long START_MS = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();
    private static final double WEEK_MS = Duration.ofDays(7).toMillis();
    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();
    private static final long SEED = 20_261_122;
    private static final int HISTORIES = 3;
    private static final int MAX_REPEATS = 12;

    private static Stream<ChurnModel> models() {
        return Arrays.stream(ModelKind.values()).map(OutlookTest::model);
    }

    private static ChurnModel model(ModelKind kind) {
        List<Double> all = List.of(0.243, 4.414, 0.793, 2.426, 0.4, 20.0);
        List<Double> values = all.subList(0, kind.parameterNames().size());
        return new ChurnModel(
                new ChurnParameters(
                        kind, values, "all", 12, Cdnow.MODEL.parameters().fittedOn()),
                kind.key());
    }

    @ParameterizedTest
    @MethodSource("models")
    void crossingIsTheMinuteThatSomebodyFindsWhoLooksEveryMinute(ChurnModel model) {
        ChurnPolicy policy = ChurnPolicy.defaults().with(model);
        Random random = new Random(SEED);
        for (int i = 0; i < HISTORIES; i++) {
            Buying buying = history(random);
            Outlook outlook = Outlook.of(buying, policy, START_MS);
            assertThat(outlook.entersAtMs().orElseThrow())
                    .as("%s", buying)
                    .isBetween(minuteBefore(buying, model, 0.5), minuteBefore(buying, model, 0.5) + MINUTE_MS + 1_000);
            assertThat(outlook.escalatesAtMs().orElseThrow())
                    .isBetween(
                            minuteBefore(buying, model, 0.75), minuteBefore(buying, model, 0.75) + MINUTE_MS + 1_000);
        }
    }

    /** Idle weeks of rule C1 for CDNOW. */
    @Test
    void idleTimesAreThoseOfThePublishedParameters() {
        assertIdle(orders(0), 10.04, 31.09);
        assertIdle(orders(0, 1.71), 7.94, 18.19);
        assertIdle(orders(0, 3, 7, 11, 15, 19, 23, 27, 30), 12.12, 18.38);
    }

    private static void assertIdle(Buying buying, double toEnter, double toEscalate) {
        Outlook outlook = Outlook.of(buying, ChurnPolicy.defaults().with(Cdnow.MODEL), START_MS);
        assertThat(idleWeeks(buying, outlook.entersAtMs().orElseThrow())).isCloseTo(toEnter, within(0.005));
        assertThat(idleWeeks(buying, outlook.escalatesAtMs().orElseThrow())).isCloseTo(toEscalate, within(0.005));
    }

    private static double idleWeeks(Buying buying, long ms) {
        return (ms - buying.lastAtMs()) / WEEK_MS;
    }

    /** The last minute at which the decay has not reached the level. */
    private static long minuteBefore(Buying buying, ChurnModel model, double level) {
        long ms = buying.lastAtMs();
        while (model.decay(buying.purchasesAt(ms + MINUTE_MS)) < level) {
            ms += MINUTE_MS;
        }
        return ms;
    }

    private static Buying history(Random random) {
        double[] weeks = new double[1 + random.nextInt(MAX_REPEATS)];
        for (int i = 1; i < weeks.length; i++) {
            weeks[i] = weeks[i - 1] + random.nextDouble() * 6;
        }
        return orders(weeks);
    }

    private static Buying orders(double... weeks) {
        Buying buying = Buying.NOTHING;
        for (double week : weeks) {
            long atMs = START_MS + Math.round(week * WEEK_MS);
            buying = buying.with(new Buying.Order(
                    new EventId("e" + week), Optional.empty(), atMs, Optional.empty(), Optional.empty()));
        }
        return buying;
    }
}
