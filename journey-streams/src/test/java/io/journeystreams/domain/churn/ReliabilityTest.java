package io.journeystreams.domain.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReliabilityTest {

    @Test
    void brierScoreAndCalibrationErrorAreThoseOfTheTextbook() {
        Reliability four = Reliability.NONE
                .with(0.8, true)
                .with(0.8, false)
                .with(0.2, false)
                .with(0.2, false);
        assertThat(four.brierScore().orElseThrow()).isCloseTo((0.04 + 0.64 + 0.04 + 0.04) / 4, within(1e-12));
        assertThat(four.calibrationError().orElseThrow()).isCloseTo((0.6 + 0.4) / 4, within(1e-12));
        assertThat(four.drift().orElseThrow()).isCloseTo((-0.2 + 0.8 + 0.2 + 0.2) / 4, within(1e-12));
        assertThat(four.bins().get(8)).isEqualTo(new Reliability.Bin(2, 1, 1.6));
    }

    @Test
    void certaintyIsInTheLastBin() {
        assertThat(Reliability.NONE.with(1, true).bins().get(9).settled()).isEqualTo(1);
    }

    @Test
    void whatIsTakenOutWasNeverThere() {
        Reliability before = Reliability.NONE.with(0.3, true);
        Reliability after = before.with(0.75, false).without(0.75, false);
        assertThat(after.bins()).isEqualTo(before.bins());
        assertThat(after.squaredError()).isCloseTo(before.squaredError(), within(1e-12));
    }

    @Test
    void sumCountsEveryForecastOnce() {
        Reliability sum = Reliability.NONE.with(0.3, true).plus(Reliability.NONE.with(0.9, false));
        assertThat(sum.settled()).isEqualTo(2);
        assertThat(sum.drift().orElseThrow()).isCloseTo((-0.7 + 0.9) / 2, within(1e-12));
    }
}
