package io.journeystreams.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journeystreams.churn.CohortFits.Comparison;
import io.journeystreams.churn.UnfittableException.Problem;
import io.journeystreams.domain.churn.model.ModelKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two channels whose customers buy at very different paces, and a third with next to nobody. */
@Timeout(60)
class CohortFitsTest {

    private static final int JOIN_DAYS = 26 * 7;
    private static final int HELD_OUT_FROM = 60 * 7;
    private static final int DAYS = 80 * 7;
    private static final List<Double> WEB = List.of(0.8, 14.0, 0.8, 2.5);
    private static final List<Double> STORE = List.of(1.6, 14.0, 0.4, 4.0);

    private static final Cohort OF_WEB = cohort("web", draw(WEB, 3_000, 1));
    private static final Cohort OF_STORE = cohort("store", draw(STORE, 2_000, 2));
    private static final Cohort OF_KIOSK = cohort("kiosk", draw(WEB, 30, 3));
    private static final Cohort OF_NONE = new Cohort(Optional.empty(), draw(STORE, 50, 4));
    private static final List<Cohort> COHORTS = List.of(OF_KIOSK, OF_STORE, OF_NONE, OF_WEB);

    @Test
    void theParametersOfEachCohortAreFoundWithinTheirErrors() throws UnfittableException {
        // when
        CohortFits fits = fit(Optional.empty());

        // then
        assertThat(fits.fitted()).extracting(CohortFits.Fitted::cohort).containsExactly(OF_WEB, OF_STORE);
        assertRecovered(fits.fitted().get(0).fit(), WEB);
        assertRecovered(fits.fitted().get(1).fit(), STORE);
        assertThat(Stream.concat(
                        Stream.of(fits.everybody()), fits.fitted().stream().map(CohortFits.Fitted::fit)))
                .extracting(fit -> fit.parameters().cohort())
                .containsExactly("all", "web", "store");
        assertThat(fits.everybody().parameters().fittedOn().customers()).isEqualTo(5_080);
        assertThat(fits.comparisons()).isEmpty();
    }

    @Test
    void cohortsThatCannotBeFittedAreLeftToTheModelForEverybody() throws UnfittableException {
        // when
        CohortFits fits = fit(Optional.empty());

        // then
        assertThat(fits.left()).extracting(CohortFits.Left::cohort).containsExactly(OF_NONE, OF_KIOSK);
        assertThat(fits.left().get(0).why()).isEmpty();
        assertThat(fits.left().get(1).why().map(UnfittableException::problem)).contains(Problem.TOO_FEW_CUSTOMERS);
        assertThat(CohortReport.of(fits))
                .contains("left to all      (none), 50 customers; their first order says nothing")
                .anyMatch(line ->
                        line.startsWith("left to all      kiosk, 30 customers; too_few_customers: 30 customers"));
    }

    @Test
    void theHoldoutShowsWhetherCohortsAreWorthIt() throws UnfittableException {
        // when
        CohortFits fits = fit(Optional.of(LocalDate.ofEpochDay(HELD_OUT_FROM)));

        // then
        assertThat(fits.comparisons()).extracting(Comparison::name).containsExactly("web", "store", "all");
        for (Comparison one : fits.comparisons()) {
            assertThat(one.byCohort().outcomes()).isEqualTo(one.together().outcomes());
        }
        Comparison everybody = fits.comparisons().get(2);
        assertThat(everybody.byCohort().scores()).hasSize(5_080);
        assertThat(everybody.byCohort().brier()).isLessThan(everybody.together().brier());
        assertThat(everybody.byCohort().auc())
                .isGreaterThan(everybody.together().auc());
        assertThat(CohortReport.of(fits)).anyMatch(line -> line.matches("all +5080( +0\\.\\d{4}){6}"));
    }

    /** Who has stopped buying is silent until today, and not until the last order of the cohort. */
    @Test
    void aCohortThatBuysNoMoreIsSilentUntilTheOrdersOfAllEnd() throws UnfittableException {
        // given
        List<PurchaseDays> gone = draw(WEB, 1_000, 5).stream()
                .map(days -> new PurchaseDays(days.epochDays().subList(0, Math.max(1, days.countBefore(300)))))
                .toList();

        // when
        CohortFits fits = fit(List.of(OF_STORE, cohort("gone", gone)), Optional.empty());

        // then
        LocalDate last = fits.everybody().parameters().fittedOn().to();
        assertThat(fits.fitted())
                .hasSize(2)
                .allMatch(one -> one.fit().parameters().fittedOn().to().equals(last));
    }

    @Test
    void withoutAModelForEverybodyThereIsNone() {
        assertThat(catchThrowableOfType(UnfittableException.class, () -> fit(List.of(OF_KIOSK), Optional.empty()))
                        .problem())
                .isEqualTo(Problem.TOO_FEW_CUSTOMERS);
    }

    private static void assertRecovered(ChurnFit found, List<Double> truth) {
        Fit fit = found.choice().taken();
        for (int i = 0; i < truth.size(); i++) {
            double error = fit.standardErrors().get(i) / fit.values().get(i);
            assertThat(Math.log(fit.values().get(i) / truth.get(i)))
                    .as(fit.kind().parameterNames().get(i) + " of " + fit)
                    .isBetween(-3 * error, 3 * error);
        }
    }

    private static CohortFits fit(Optional<LocalDate> holdoutFrom) throws UnfittableException {
        return fit(COHORTS, holdoutFrom);
    }

    private static CohortFits fit(List<Cohort> cohorts, Optional<LocalDate> holdoutFrom) throws UnfittableException {
        List<PurchaseDays> customers =
                cohorts.stream().flatMap(cohort -> cohort.customers().stream()).toList();
        return CohortFits.of(
                customers, cohorts, new ChurnFit.Request("all", 12, Optional.of(ModelKind.BG_NBD), holdoutFrom));
    }

    private static Cohort cohort(String name, List<PurchaseDays> customers) {
        return new Cohort(Optional.of(name), customers);
    }

    private static List<PurchaseDays> draw(List<Double> truth, int customers, long seed) {
        return new SimulatedCustomers(truth.get(0), truth.get(1), truth.get(2), truth.get(3), false, 1, 1)
                .draw(customers, JOIN_DAYS, DAYS, seed);
    }
}
