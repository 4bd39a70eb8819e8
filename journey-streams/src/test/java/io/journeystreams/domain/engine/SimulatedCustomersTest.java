package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.churn.Calibration;
import io.journeystreams.domain.churn.Calibration.Series;
import io.journeystreams.domain.churn.ChurnModel;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.Reliability;
import io.journeystreams.domain.churn.model.ChurnParameters;
import io.journeystreams.domain.churn.model.ModelKind;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.ProfileKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Customers whose truth is known, since they buy and leave as the model says: what is settled of their risks agrees with what they do,
 * within what chance allows (rule C5).
 */
@Timeout(120)
class SimulatedCustomersTest {

    private static final long START_MS = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();
    private static final double WEEK_MS = Duration.ofDays(7).toMillis();
    private static final double R = 0.9;
    private static final double ALPHA = 8;
    private static final double A = 0.8;
    private static final double B = 2.4;
    private static final int CUSTOMERS = 2_000;
    private static final double WEEKS = 80;
    private static final double FOUR_SIGMA = 4;
    private static final int ENOUGH = 30;

    private static final ChurnModel TRUTH = new ChurnModel(
            new ChurnParameters(
                    ModelKind.BG_NBD,
                    List.of(R, ALPHA, A, B),
                    "simulated",
                    12,
                    new ChurnParameters.FittedOn(
                            LocalDate.parse("2025-01-01"), LocalDate.parse("2025-12-31"), CUSTOMERS, -1)),
            "truth");

    private final RandomDataGenerator random = new RandomDataGenerator(20_261_122);

    @Test
    void everyBinIsWithinItsErrorBars() {
        Calibration calibration = simulate(TRUTH);
        assertThat(calibration.of(Series.FIRING).settled()).isGreaterThan(500);
        assertThat(calibration.of(Series.SAMPLE).settled()).isGreaterThan(5_000);
        for (Series series : Series.values()) {
            for (Reliability.Bin bin : calibration.of(series).bins()) {
                assertThat(isWithinErrorBars(bin)).as("%s %s", series, bin).isTrue();
            }
        }
        assertThat(calibration.of(Series.SAMPLE).calibrationError().orElseThrow())
                .isLessThan(0.02);
    }

    /** The check can fail: customers who buy a third as often are not as predicted. */
    @Test
    void otherParametersAreFoundOut() {
        ChurnModel wrong = new ChurnModel(
                new ChurnParameters(
                        ModelKind.BG_NBD,
                        List.of(R, ALPHA / 3, A, B),
                        "simulated",
                        12,
                        TRUTH.parameters().fittedOn()),
                "wrong");
        Reliability sample = simulate(wrong).of(Series.SAMPLE);
        assertThat(sample.bins()).anyMatch(bin -> !isWithinErrorBars(bin));
        assertThat(sample.calibrationError().orElseThrow()).isGreaterThan(0.05);
    }

    private Calibration simulate(ChurnModel model) {
        EnginePolicy usual = EnginePolicy.defaults();
        ChurnPolicy churn = ChurnPolicy.defaults().with(model).withSample(1);
        EnginePolicy policy = usual.with(usual.course().with(churn));
        Calibration calibration = Calibration.NONE;
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            Journal journal = new Journal(policy, ProfileKey.ofCustomer("c" + customer), true);
            live(journal, customer);
            for (CourseOutputs outputs : journal.facts) {
                calibration = calibration.after(outputs.settlements());
            }
        }
        return calibration;
    }

    private void live(Journal journal, int customer) {
        double rate = random.nextGamma(R, 1 / ALPHA);
        double leaves = random.nextBeta(A, B);
        double week = random.nextUniform(0, 12);
        int orders = 0;
        boolean isActive = true;
        while (isActive && week < WEEKS) {
            order(journal, "o" + customer + "-" + orders, week);
            orders++;
            isActive = orders == 1 || random.nextUniform(0, 1) >= leaves;
            week += random.nextExponential(1 / rate);
        }
        journal.hear(ms(WEEKS), ms(WEEKS));
    }

    private static void order(Journal journal, String id, double week) {
        journal.hear(ms(week) - 1, ms(week));
        journal.read(
                EventDraft.of(id, "order_placed", ms(week))
                        .from(Source.CRM)
                        .order(Optional.of(new OrderId(id)))
                        .event(),
                ms(week));
    }

    /** The number of those who left is a sum of independent draws with known probabilities, up to the width of the bin. */
    private static boolean isWithinErrorBars(Reliability.Bin bin) {
        double mean = bin.predicted() / Math.max(1, bin.settled());
        double sigma = Math.sqrt(bin.settled() * mean * (1 - mean));
        return bin.settled() < ENOUGH || Math.abs(bin.predicted() - bin.left()) <= FOUR_SIGMA * sigma;
    }

    private static long ms(double weeks) {
        return START_MS + Math.round(weeks * WEEK_MS);
    }
}
