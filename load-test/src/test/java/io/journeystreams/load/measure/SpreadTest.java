package io.journeystreams.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Spread.of(List.of(9.0, 1.0, 4.0))).isEqualTo(new Spread(4, 1, 9));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Spread.of(List.of(8.0, 1.0, 4.0, 2.0))).isEqualTo(new Spread(3, 1, 8));
    }

    @Test
    void ratiosAreThoseOfTheSameRound() {
        // given: a machine that was twice as slow in the second round
        List<Double> plain = List.of(40.0, 80.0, 44.0);
        List<Double> journey = List.of(10.0, 20.0, 10.0);

        // when
        Spread times = Spread.ofRatios(plain, journey);

        // then
        assertThat(times).isEqualTo(new Spread(4, 4, 4.4));
    }

    @Test
    void ratiosOfDifferentRoundsAreRefused() {
        assertThatThrownBy(() -> Spread.ofRatios(List.of(1.0), List.of(1.0, 2.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
