package io.journeystreams.load.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.load.rig.Gauges;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

    private static final long DUE_MS = 100_000;

    private final ClockWatch clocks = new ClockWatch(2, DUE_MS);

    @Test
    void itIsOverWhenTheSlowestClockHasPassedWhatIsDue() {
        List<Gauges> instances = List.of(partition(0, 1, 2.0), partition(1, 1, 3.0));

        assertThat(clocks.isOver(instances, DUE_MS - 5_000)).isFalse();
        assertThat(clocks.isOver(instances, DUE_MS + 3_000)).isFalse();
        assertThat(clocks.isOver(instances, DUE_MS + 3_001)).isTrue();
    }

    /** A run ended while two customers' alerts waited for a journal that was read late, and they were taken for lost. */
    @Test
    void whatWaitsForABacklogIsWaitedFor() {
        List<Gauges> behind = List.of(partition(0, 1, 2.0), partition(1, 0, 2.0));

        assertThat(clocks.isOver(behind, DUE_MS + 60_000)).isFalse();
        assertThat(clocks.isOver(behind, DUE_MS + 120_000)).isFalse();
    }

    @Test
    void onceTheBacklogIsReadTheClocksHaveToComeToWhereTheWallClockWasThen() {
        List<Gauges> caughtUp = List.of(partition(0, 1, 2.0), partition(1, 1, 2.0));

        assertThat(clocks.isOver(caughtUp, DUE_MS + 10_000)).isFalse();
        assertThat(clocks.isOver(caughtUp, DUE_MS + 12_000)).isFalse();
        assertThat(clocks.isOver(caughtUp, DUE_MS + 12_001)).isTrue();
    }

    @Test
    void aTaskThatMovesMeanwhileBeginsItAnew() {
        List<Gauges> caughtUp = List.of(partition(0, 1, 2.0), partition(1, 1, 2.0));
        List<Gauges> moved = List.of(partition(0, 1, 2.0), partition(1, 0, 2.0));

        assertThat(clocks.isOver(caughtUp, DUE_MS + 10_000)).isFalse();
        assertThat(clocks.isOver(moved, DUE_MS + 11_000)).isFalse();
        assertThat(clocks.isOver(caughtUp, DUE_MS + 12_500)).isFalse();
        assertThat(clocks.isOver(caughtUp, DUE_MS + 14_501)).isTrue();
    }

    @Test
    void itIsNotOverWhileAPartitionIsReadByNobody() {
        List<Gauges> one = List.of(partition(0, 1, 2.0), new Gauges(""));

        assertThat(clocks.isOver(one, DUE_MS + 10_000)).isFalse();
        assertThat(clocks.isOver(one, DUE_MS + 60_000)).isFalse();
    }

    @Test
    void itIsNotOverWhileDeadlinesWaitToBeFired() {
        List<Gauges> due = List.of(
                partition(0, 1, 2.0), partition(1, 1, 2.0), new Gauges("journey_deadlines_due{partition=\"1\"} 3.0"));

        assertThat(clocks.isOver(due, DUE_MS + 10_000)).isFalse();
        assertThat(clocks.isOver(due, DUE_MS + 60_000)).isFalse();
    }

    private static Gauges partition(int number, int caughtUp, double lagSeconds) {
        return new Gauges("""
                journey_clock_caught_up{partition="%1$d"} %2$d.0
                journey_clock_lag_seconds{partition="%1$d"} %3$s
                journey_deadlines_due{partition="%1$d"} 0.0
                """.formatted(number, caughtUp, lagSeconds));
    }
}
