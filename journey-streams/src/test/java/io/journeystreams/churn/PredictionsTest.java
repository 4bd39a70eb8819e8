package io.journeystreams.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** By hand. */
class PredictionsTest {

    @Test
    void pairsInTheRightOrderAreCountedAndTiesAreHalf() {
        // given
        Predictions predictions = new Predictions(List.of(0.9, 0.5, 0.5, 0.1), List.of(true, true, false, false));

        // when
        double auc = predictions.auc();

        // then
        assertThat(auc).isCloseTo((1 + 1 + 0.5 + 1) / 4, within(1e-12));
    }

    @Test
    void anOrderTheOtherWayRoundIsZero() {
        assertThat(new Predictions(List.of(0.1, 0.9), List.of(true, false)).auc())
                .isZero();
    }

    @Test
    void theCalibrationErrorWeighsEachBinByItsCustomers() {
        // given
        List<Double> scores =
                IntStream.range(0, 100).mapToObj(i -> i < 50 ? 0.2 : 0.8).toList();
        List<Boolean> outcomes =
                IntStream.range(0, 100).mapToObj(i -> i >= 50 && i % 10 < 5).toList();

        // when
        Predictions predictions = new Predictions(scores, outcomes);

        // then
        assertThat(predictions.bins()).hasSize(10).allMatch(bin -> bin.customers() == 10);
        assertThat(predictions.calibrationError()).isCloseTo(0.5 * 0.2 + 0.5 * 0.3, within(1e-12));
        assertThat(predictions.brier()).isCloseTo((50 * 0.04 + 25 * 0.64 + 25 * 0.04) / 100, within(1e-12));
        assertThat(predictions.observedShare()).isEqualTo(0.25);
    }

    @Test
    void theLossOfACertaintyThatFailsIsFinite() {
        assertThat(new Predictions(List.of(1.0, 0.5), List.of(false, true)).logLosses())
                .allMatch(Double::isFinite)
                .contains(Math.log(2));
        assertThat(new Predictions(Collections.nCopies(3, 0.5), Collections.nCopies(3, true)).bins())
                .hasSize(3);
    }
}
