package io.journeystreams.load.steady;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void costIsThatOfTheEventsCommittedMeanwhile() {
        // given
        Span span = new Span(List.of(reading(20, 2_000, 1_000, 100), reading(30, 3_000, 2_000, 300)), 100);

        // then
        assertThat(span.cpuMicros(0)).isEqualTo(200);
        assertThat(span.cpuMicros(1)).isEqualTo(400);
        assertThat(span.cpuMicros()).isEqualTo(600);
        assertThat(span.brokerCpuMicros()).isEqualTo(100);
        assertThat(span.sentPerSecond()).isEqualTo(100);
        assertThat(span.committedPerSecond()).isEqualTo(100);
    }

    @Test
    void whoeverIsTwoSecondsFurtherBehindThanAtTheBestOfTimesDoesNotKeepUp() {
        assertThat(new Span(List.of(reading(0, 50, 0, 0), reading(10, 1_000, 750, 0)), 100).keepsUp())
                .isTrue();
        assertThat(new Span(List.of(reading(0, 50, 0, 0), reading(10, 1_000, 749, 0)), 100).keepsUp())
                .isFalse();
        assertThat(new Span(List.of(reading(0, 250, 0, 0), reading(5, 550, 500, 0), reading(10, 1_000, 749, 0)), 100)
                        .keepsUp())
                .isFalse();
    }

    @Test
    void costIsToldByTheWholeMinute() {
        // given: 100 events and 10 ms a second, then 20 ms
        List<Reading> readings = new ArrayList<>();
        for (int second = 0; second <= 130; second++) {
            long cpuMs = second <= 60 ? 10L * second : 600 + 20L * (second - 60);
            readings.add(new Reading(second, List.of(new Usage(cpuMs, 1)), 0, 100L * second, 100L * second));
        }

        // then
        assertThat(new Span(readings, 100).cpuMicrosByMinute()).containsExactly(100L, 200L);
    }

    @Test
    void memoryIsToldByTheMinute() {
        // given
        List<Reading> readings = new ArrayList<>();
        for (int second = 20; second <= 150; second++) {
            Usage usage = new Usage(0, second == 70 ? 999 : second);
            readings.add(new Reading(second, List.of(usage), 0, 0, 0));
        }

        // when
        Span span = new Span(readings, 100);

        // then
        assertThat(span.memoryByMinute(0)).containsExactly(20L, 80L, 140L, 150L);
        assertThat(span.mostMemory(0)).isEqualTo(999);
    }

    /** Of two instances, the second of which uses twice as much CPU. */
    private static Reading reading(int second, long sent, long committed, long cpuMs) {
        List<Usage> usages = List.of(new Usage(cpuMs, 100), new Usage(cpuMs * 2, 100));
        return new Reading(second, usages, cpuMs / 2, sent, committed);
    }
}
