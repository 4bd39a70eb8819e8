package io.journeystreams.load.steady;

import java.util.ArrayList;
import java.util.List;

/**
 * The seconds that are measured.
 *
 * @param readings one a second, at least two
 * @param rate events a second that were asked for
 */
record Span(List<Reading> readings, int rate) {

    private static final int MINUTE = 60;
    private static final double MICROS_PER_MS = 1_000;

    /** So many seconds' worth of events may wait at the end, more than at the best of times, before it counts as falling behind. */
    private static final int SECONDS_OF_GRACE = 2;

    Span {
        readings = List.copyOf(readings);
        if (readings.size() < 2) {
            throw new IllegalArgumentException("a span has two ends: " + readings);
        }
    }

    double sentPerSecond() {
        return (double) (last().sent() - first().sent()) / seconds();
    }

    double committedPerSecond() {
        return (double) committed() / seconds();
    }

    /** Of all instances, microseconds for each event committed. */
    double cpuMicros() {
        double sum = 0;
        for (int instance = 0; instance < first().instances().size(); instance++) {
            sum += cpuMicros(instance);
        }
        return sum;
    }

    /** {@link #cpuMicros()} of each whole minute, rounded: it should not grow. */
    List<Long> cpuMicrosByMinute() {
        List<Long> minutes = new ArrayList<>();
        for (int from = 0; from + MINUTE < readings.size(); from += MINUTE) {
            minutes.add(Math.round(new Span(readings.subList(from, from + MINUTE + 1), rate).cpuMicros()));
        }
        return minutes;
    }

    /** What one instance used for each event that any of them committed. */
    double cpuMicros(int instance) {
        return micros(usage(last(), instance).cpuMs() - usage(first(), instance).cpuMs());
    }

    double brokerCpuMicros() {
        return micros(last().brokerCpuMs() - first().brokerCpuMs());
    }

    long leastLag() {
        return readings.stream().mapToLong(Reading::lag).min().orElseThrow();
    }

    long lagAtEnd() {
        return last().lag();
    }

    boolean keepsUp() {
        return lagAtEnd() - leastLag() <= (long) SECONDS_OF_GRACE * rate;
    }

    /** An instance's memory: at the beginning, at the end of each minute, and at the end; mebibytes. */
    List<Long> memoryByMinute(int instance) {
        return readings.stream()
                .filter(reading -> (reading.second() - first().second()) % MINUTE == 0 || reading.equals(last()))
                .map(reading -> usage(reading, instance).memoryMb())
                .toList();
    }

    long mostMemory(int instance) {
        return readings.stream()
                .mapToLong(reading -> usage(reading, instance).memoryMb())
                .max()
                .orElseThrow();
    }

    private double micros(long cpuMs) {
        return committed() == 0 ? 0 : cpuMs * MICROS_PER_MS / committed();
    }

    private long committed() {
        return last().committed() - first().committed();
    }

    private int seconds() {
        return last().second() - first().second();
    }

    private static Usage usage(Reading reading, int instance) {
        return reading.instances().get(instance);
    }

    private Reading first() {
        return readings.get(0);
    }

    private Reading last() {
        return readings.get(readings.size() - 1);
    }
}
