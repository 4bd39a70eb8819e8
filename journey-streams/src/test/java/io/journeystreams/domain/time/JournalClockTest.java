package io.journeystreams.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.time.ClockReading.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JournalClockTest {

    @Test
    void isUndefinedUntilEverySourceHasBeenHeard() {
        JournalClock one = JournalClock.STOPPED.hear("a", 2, 100, true, 1);
        assertThat(one.reading()).isEqualTo(ClockReading.undefined());
        assertThat(one.hear("b", 2, 50, true, 2).reading()).isEqualTo(ClockReading.at(50, 2));
    }

    @Test
    void showsTheMinimumOverAllSources() {
        JournalClock clock = JournalClock.STOPPED
                .hear("a", 2, 100, true, 1)
                .hear("b", 2, 50, true, 2)
                .hear("a", 2, 500, true, 3)
                .hear("b", 2, 80, true, 4)
                .hear("b", 2, 900, true, 5);
        assertThat(clock)
                .isEqualTo(new JournalClock(
                        2,
                        Map.of("a", 500L, "b", 900L),
                        Set.of(),
                        500,
                        List.of(new Step(50, 2, true), new Step(80, 4, true), new Step(500, 5, true))));
    }

    @Test
    void neverGoesBack() {
        JournalClock clock = JournalClock.STOPPED.hear("a", 1, 100, true, 1);
        assertThat(clock.hear("a", 1, 50, true, 2)).isEqualTo(clock);
    }

    @Test
    void stopsWhereItIsWhenANewSourceIsAnnounced() {
        JournalClock clock = JournalClock.STOPPED.hear("a", 1, 100, true, 1);
        JournalClock waiting = clock.hear("a", 2, 200, true, 2);
        assertThat(waiting.timeMs()).isEqualTo(100);
        assertThat(waiting.hear("a", 1, 300, true, 3).timeMs()).isEqualTo(100);
        assertThat(waiting.hear("b", 2, 150, true, 3).reading().timeMs()).isEqualTo(150);
    }

    @Test
    void sourceThatWasNotAnnouncedHoldsTheClockToo() {
        JournalClock clock = JournalClock.STOPPED.hear("a", 1, 100, true, 1).hear("b", 1, 120, true, 2);
        assertThat(clock.hear("a", 1, 200, true, 3).timeMs()).isEqualTo(120);
    }

    @Test
    void remembersStepsUntilNoDeadlineAsksAboutThem() {
        JournalClock clock = JournalClock.STOPPED
                .hear("a", 1, 100, true, 1)
                .hear("a", 1, 200, true, 2)
                .hear("a", 1, 300, true, 3);
        assertThat(clock.forgetStepsBefore(100)).isEqualTo(clock);
        assertThat(clock.forgetStepsBefore(101).steps())
                .containsExactly(new Step(200, 2, true), new Step(300, 3, true));
        assertThat(clock.forgetStepsBefore(101).reading().asOf(150).step().intakeAtMs())
                .isEqualTo(2);
        assertThat(clock.forgetStepsBefore(Long.MAX_VALUE).steps()).containsExactly(new Step(300, 3, true));
    }

    @Test
    void hasCaughtUpWhenAllSourcesHave() {
        JournalClock clock = JournalClock.STOPPED
                .hear("a", 2, 100, false, 1)
                .hear("b", 2, 100, true, 2)
                .hear("b", 2, 200, false, 3)
                .hear("a", 2, 200, true, 4)
                .hear("b", 2, 200, true, 5)
                .hear("a", 2, 300, true, 6)
                .hear("b", 2, 300, true, 7);
        assertThat(clock.steps())
                .containsExactly(new Step(100, 2, false), new Step(200, 4, false), new Step(300, 7, true));
    }

    @Test
    void knowsNothingOfWhatWasWrittenWhileItStoodStill() {
        JournalClock clock = JournalClock.STOPPED.hear("a", 1, 100, true, 1).hear("a", 1, 200, true, 2);
        JournalClock resumed = clock.resumed();
        assertThat(resumed.steps()).containsExactly(new Step(100, 1, false), new Step(200, 2, false));
        assertThat(resumed.hear("a", 1, 300, true, 3).steps()).endsWith(new Step(300, 3, true));
    }
}
