package io.journeystreams.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.journeystreams.churn.UnfittableException.Problem;
import io.journeystreams.domain.churn.model.BetaGeometric;
import io.journeystreams.domain.churn.model.ModelKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class FitterTest {

    private static final int DAYS = 80 * 7;
    private static final int JOIN_DAYS = 26 * 7;

    static Stream<Arguments> truths() {
        return Stream.of(
                Arguments.of(ModelKind.BG_NBD, List.of(0.8, 14.0, 0.8, 2.5), 3),
                Arguments.of(ModelKind.MBG_NBD, List.of(0.8, 14.0, 0.8, 2.5), 4),
                Arguments.of(ModelKind.BG_NBD_SLOWING, List.of(0.8, 14.0, 0.8, 2.5, 0.4, 8.0), 5),
                Arguments.of(ModelKind.MBG_NBD_SLOWING, List.of(0.8, 14.0, 0.8, 2.5, 0.4, 8.0), 6));
    }

    /** On the scale of logarithms, on which the likelihood is nearly a parabola. */
    @ParameterizedTest
    @MethodSource("truths")
    void knownParametersAreFoundWithinTheirErrors(ModelKind kind, List<Double> truth, long seed)
            throws UnfittableException {
        // given
        double floor = kind.isSlowing() ? truth.get(4) : 1;
        double weeks = kind.isSlowing() ? truth.get(5) : 1;
        SimulatedCustomers customers = new SimulatedCustomers(
                truth.get(0), truth.get(1), truth.get(2), truth.get(3), kind.mayLeaveAtOnce(), floor, weeks);

        // when
        Fit fit = Fitter.fit(kind, Sample.before(DAYS, customers.draw(6_000, JOIN_DAYS, DAYS, seed)));

        // then
        for (int i = 0; i < truth.size(); i++) {
            double value = fit.values().get(i);
            double error = fit.standardErrors().get(i) / value;
            assertThat(Math.log(value / truth.get(i)))
                    .as(kind.parameterNames().get(i) + " of " + fit)
                    .isBetween(-3 * error, 3 * error);
            assertThat(error).isBetween(0.01, 0.6);
        }
    }

    /** At one error it falls by a half if the others follow, and by more if they stay. */
    @Test
    void theLikelihoodFallsByAtLeastAHalfAtOneError() throws UnfittableException {
        // given
        Sample sample = Cdnow.calibration();
        Likelihood likelihood = new Likelihood(sample, ModelKind.BG_NBD);

        // when
        Fit fit = Fitter.fit(ModelKind.BG_NBD, sample);

        // then
        double moved = likelihood.of(List.of(
                fit.values().get(0) + fit.standardErrors().get(0),
                fit.values().get(1),
                fit.values().get(2),
                fit.values().get(3)));
        assertThat(fit.logLikelihood() - moved).isGreaterThan(0.45);
        assertThat(fit.standardErrors()).first().satisfies(error -> assertThat(error)
                .isCloseTo(0.0126, within(0.0002)));
    }

    @Test
    void theLikelihoodIsTheSumOverCustomers() {
        // given
        Sample sample = Cdnow.calibration();
        List<Double> parameters = List.of(0.5, 6.0, 0.9, 1.6);

        for (ModelKind kind : List.of(ModelKind.BG_NBD, ModelKind.MBG_NBD)) {
            BetaGeometric model = (BetaGeometric) kind.model(parameters);

            // when
            double sum = sample.groups().stream()
                    .mapToDouble(group -> group.customers() * model.logLikelihood(group.purchases()))
                    .sum();

            // then
            assertThat(new Likelihood(sample, kind).of(parameters)).isCloseTo(sum, within(1e-6));
        }
    }

    @Test
    void fewCustomersAreSaid() {
        assertThat(problem(everyCustomer(50, 0, 7, 14, 21, 28, 35), 60)).isEqualTo(Problem.TOO_FEW_CUSTOMERS);
    }

    @Test
    void aShortTimeIsSaid() {
        assertThat(problem(everyCustomer(500, 0, 3, 9), 20)).isEqualTo(Problem.TOO_SHORT);
    }

    @Test
    void customersOfOneOrderAreSaid() {
        assertThat(problem(everyCustomer(500, 0), 200)).isEqualTo(Problem.NO_REPEATS);
    }

    @Test
    void whereEverybodyIsTheSameNothingConverges() {
        assertThat(problem(everyCustomer(500, 0, 7, 14, 21, 28, 35, 42, 49, 56, 63, 70), 71))
                .isEqualTo(Problem.DIVERGED);
    }

    @Test
    void aHoldoutAfterTheLastOrderIsSaid() {
        // when
        UnfittableException refused = catchThrowableOfType(
                UnfittableException.class,
                () -> ChurnFit.of(
                        everyCustomer(500, 0, 7),
                        new ChurnFit.Request("all", 12, Optional.empty(), Optional.of(LocalDate.ofEpochDay(8)))));

        // then
        assertThat(refused.problem()).isEqualTo(Problem.NOTHING_HELD_OUT);
        assertThat(refused).hasMessageContaining("1970-01-08");
    }

    private static Problem problem(List<PurchaseDays> customers, int endDay) {
        return catchThrowableOfType(
                        UnfittableException.class, () -> Fitter.fit(ModelKind.BG_NBD, Sample.before(endDay, customers)))
                .problem();
    }

    private static List<PurchaseDays> everyCustomer(int customers, Integer... days) {
        return IntStream.range(0, customers)
                .mapToObj(i -> new PurchaseDays(List.of(days)))
                .toList();
    }
}
