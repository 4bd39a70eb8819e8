package io.journeystreams.load.steady;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Schedule THREE_A_SECOND = new Schedule(-7, 5_000, 3);

    @Test
    void eventsAreDueAtEqualDistancesFromTheStart() {
        assertThat(THREE_A_SECOND.dueNanos(0)).isEqualTo(-7);
        assertThat(THREE_A_SECOND.dueNanos(1)).isEqualTo(333_333_326);
        assertThat(THREE_A_SECOND.dueNanos(3_000_000)).isEqualTo(999_999_999_999_993L);
        assertThat(THREE_A_SECOND.dueMs(1)).isEqualTo(5_333);
        assertThat(THREE_A_SECOND.dueMs(2)).isEqualTo(5_666);
        assertThat(THREE_A_SECOND.dueMs(3)).isEqualTo(6_000);
    }

    @Test
    void ofAMillisecondTheFirstEventIsFound() {
        assertThat(THREE_A_SECOND.firstDueAt(5_000)).isZero();
        assertThat(THREE_A_SECOND.firstDueAt(5_333)).isEqualTo(1);
        assertThat(THREE_A_SECOND.firstDueAt(5_334)).isEqualTo(2);
        assertThat(THREE_A_SECOND.firstDueAt(4_000)).isEqualTo(-3);
    }

    @Test
    void ofSeveralEventsInAMillisecondTheFirstIsFound() {
        // given
        Schedule schedule = new Schedule(0, 0, 3_000);

        // then
        assertThat(schedule.firstDueAt(2)).isEqualTo(6);
        assertThat(schedule.dueMs(6)).isEqualTo(2);
        assertThat(schedule.dueMs(8)).isEqualTo(2);
        assertThat(schedule.dueMs(9)).isEqualTo(3);
    }
}
