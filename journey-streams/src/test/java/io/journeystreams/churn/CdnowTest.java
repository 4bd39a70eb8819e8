package io.journeystreams.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.journeystreams.domain.churn.model.ModelKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How good the risk is on CDNOW's 39 weeks of hold-out; nothing that is measured here was looked at by the fit. */
@Timeout(60)
class CdnowTest {

    private static final ChurnFit.Request REQUEST =
            new ChurnFit.Request("all", 12, Optional.empty(), Optional.of(Cdnow.HOLDOUT));

    private static List<PurchaseDays> customers = List.of();
    private static Optional<ChurnFit> fitted = Optional.empty();

    @BeforeAll
    static void fit() throws UnfittableException {
        customers = Cdnow.customers();
        fitted = Optional.of(ChurnFit.of(customers, REQUEST));
    }

    @Test
    void theModelThatSlowsDownIsTaken() {
        // when
        Choice choice = fitted.orElseThrow().choice();

        // then
        assertThat(choice.taken().kind()).isEqualTo(ModelKind.MBG_NBD_SLOWING);
        assertThat(choice.taken().logLikelihood()).isCloseTo(-9560.85, within(0.01));
        assertThat(choice.candidates())
                .filteredOn(candidate -> !candidate.kind().isSlowing())
                .allMatch(candidate -> candidate.behind() > 2 * candidate.error());
    }

    @Test
    void riskRanksAndIsCalibratedBeyondTheBar() {
        // when
        Predictions risk = score("risk");

        // then
        assertThat(risk.scores()).hasSize(2_357);
        assertThat(risk.auc()).isGreaterThan(0.773);
        assertThat(risk.calibrationError()).isLessThan(0.03);
    }

    @Test
    void plainModelAndSilenceAreWhatOthersFoundThemToBe() {
        assertThat(score("risk by plain BG/NBD").auc()).isCloseTo(0.757, within(0.0005));
        assertThat(score("silence alone").auc()).isCloseTo(0.7714, within(0.0005));
        assertThat(score("1 - P(alive), BG/NBD").auc()).isLessThan(0.5);
    }

    @Test
    void expectedOrdersAreWithinAFewOfTheHundredOfTheActualOnes() {
        // when
        Holdout holdout = fitted.flatMap(ChurnFit::holdout).orElseThrow();

        // then
        assertThat(holdout.weeks()).hasSize(39);
        assertThat(holdout.actualOrders()).isEqualTo(1_882);
        assertThat(holdout.expectedOrders()).isBetween(0.85 * 1_882, 1.15 * 1_882);
    }

    /** If anything of the hold-out came into the fit, another hold-out would change it. */
    @Test
    void whatIsHeldOutChangesNothing() throws UnfittableException {
        // given
        List<PurchaseDays> silent = customers.stream()
                .map(days -> new PurchaseDays(days.epochDays().subList(0, days.countBefore(Cdnow.HOLDOUT_DAY))))
                .toList();
        List<PurchaseDays> withOneLate = new ArrayList<>(silent);
        withOneLate.add(new PurchaseDays(List.of(Cdnow.HOLDOUT_DAY + 272)));

        // when
        ChurnFit fit = ChurnFit.of(withOneLate, REQUEST);

        // then
        assertThat(fit.parameters()).isEqualTo(fitted.orElseThrow().parameters());
        assertThat(fit.choice()).isEqualTo(fitted.orElseThrow().choice());
    }

    @Test
    void theOrderOfCustomersDoesNotMatter() throws UnfittableException {
        // given
        List<PurchaseDays> shuffled = new ArrayList<>(customers);
        Collections.shuffle(shuffled, new Random(7));
        Sample sample = Sample.before(Cdnow.HOLDOUT_DAY, shuffled);

        // when
        Fit fit = Fitter.fit(ModelKind.MBG_NBD_SLOWING, sample);

        // then
        assertThat(fit).isEqualTo(fitted.orElseThrow().choice().taken());
    }

    private static Predictions score(String name) {
        return fitted.flatMap(ChurnFit::holdout).orElseThrow().scores().stream()
                .filter(score -> score.name().equals(name))
                .findFirst()
                .orElseThrow()
                .predictions();
    }
}
