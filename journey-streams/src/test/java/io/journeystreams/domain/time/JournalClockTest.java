package io.journeystreams.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.time.ClockReading.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalClockTest {

    @Test
    void isUndefinedUntilEverySourceHasBeenHeard() {
        JournalClock one = JournalClock.STOPPED.hear("a", 2, 100, 1);
        assertThat(one.reading()).isEqualTo(ClockReading.undefined());
        assertThat(one.hear("b", 2, 50, 2).reading()).isEqualTo(ClockReading.at(50, 2));
    }

    @Test
    void showsTheMinimumOverAllSources() {
        JournalClock clock = JournalClock.STOPPED
                .hear("a", 2, 100, 1)
                .hear("b", 2, 50, 2)
                .hear("a", 2, 500, 3)
                .hear("b", 2, 80, 4)
                .hear("b", 2, 900, 5);
        assertThat(clock)
                .isEqualTo(new JournalClock(
                        2,
                        Map.of("a", 500L, "b", 900L),
                        500,
                        List.of(new Step(50, 2), new Step(80, 4), new Step(500, 5))));
    }

    @Test
    void neverGoesBack() {
        JournalClock clock = JournalClock.STOPPED.hear("a", 1, 100, 1);
        assertThat(clock.hear("a", 1, 50, 2)).isEqualTo(clock);
    }

    @Test
    void stopsWhereItIsWhenANewSourceIsAnnounced() {
        JournalClock clock = JournalClock.STOPPED.hear("a", 1, 100, 1);
        JournalClock waiting = clock.hear("a", 2, 200, 2);
        assertThat(waiting.timeMs()).isEqualTo(100);
        assertThat(waiting.hear("a", 1, 300, 3).timeMs()).isEqualTo(100);
        assertThat(waiting.hear("b", 2, 150, 3).reading().timeMs()).isEqualTo(150);
    }

    @Test
    void sourceThatWasNotAnnouncedHoldsTheClockToo() {
        JournalClock clock = JournalClock.STOPPED.hear("a", 1, 100, 1).hear("b", 1, 120, 2);
        assertThat(clock.hear("a", 1, 200, 3).timeMs()).isEqualTo(120);
    }

    @Test
    void remembersStepsUntilNoDeadlineAsksAboutThem() {
        JournalClock clock =
                JournalClock.STOPPED.hear("a", 1, 100, 1).hear("a", 1, 200, 2).hear("a", 1, 300, 3);
        assertThat(clock.forgetStepsBefore(100)).isEqualTo(clock);
        assertThat(clock.forgetStepsBefore(101).steps()).containsExactly(new Step(200, 2), new Step(300, 3));
        assertThat(clock.forgetStepsBefore(101).reading().intakeAtOf(150)).isEqualTo(2);
        assertThat(clock.forgetStepsBefore(Long.MAX_VALUE).steps()).containsExactly(new Step(300, 3));
    }
}
