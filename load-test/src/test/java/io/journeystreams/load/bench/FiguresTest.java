package io.journeystreams.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.load.measure.Garbage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Garbage NO_GARBAGE = new Garbage(0, 0, 0);

    @Test
    void theStartAndTheFirstHalfDoNotCount() {
        // given: 5 s of CPU until half is read, 9 s for the rest, and 4 s after the last result
        List<Sample> samples = List.of(
                new Sample(0, 0, 100, 0),
                new Sample(2_000, 5_000, 1_000, 500_000),
                new Sample(6_000, 9_000, 1_500, 700_000),
                new Sample(11_000, 14_000, 2_500, 1_000_000),
                new Sample(20_000, 18_000, 2_600, 1_000_000));

        // when
        Figures figures = Figures.of(samples, 1_000_000, 10_500, NO_GARBAGE);

        // then
        assertThat(figures).isEqualTo(new Figures(500_000, 18, 3, 9, 14, NO_GARBAGE));
        assertThat(figures.eventsPerSecond()).isEqualTo(500_000 / 9.0);
    }

    @Test
    void aRunThatIsReadInOneGulpIsMeasuredFromBeforeIt() {
        // given
        List<Sample> samples = List.of(new Sample(0, 500, 0, 0), new Sample(1_000, 1_500, 100, 10_000));

        // when
        Figures figures = Figures.of(samples, 10_000, 5_000, NO_GARBAGE);

        // then
        assertThat(figures).isEqualTo(new Figures(10_000, 100, 10, 1, 150, NO_GARBAGE));
    }
}
