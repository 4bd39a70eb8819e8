package io.journeystreams.load.steady;

import org.HdrHistogram.Histogram;

/** How long things took, to three digits. For one thread. */
final class Latency {

    private static final int DIGITS = 3;
    private static final double MICROS_PER_MS = 1_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private final Histogram micros;

    Latency() {
        this(new Histogram(DIGITS));
    }

    private Latency(Histogram micros) {
        this.micros = micros;
    }

    void record(long nanos) {
        micros.recordValue(Math.max(0, nanos / NANOS_PER_MICRO));
    }

    long count() {
        return micros.getTotalCount();
    }

    /** Milliseconds; 0 if there is nothing. */
    double ms(double percentile) {
        return count() == 0 ? 0 : micros.getValueAtPercentile(percentile) / MICROS_PER_MS;
    }

    double maxMs() {
        return micros.getMaxValue() / MICROS_PER_MS;
    }

    Latency copy() {
        return new Latency(micros.copy());
    }

    Latency plus(Latency other) {
        Latency sum = copy();
        sum.micros.add(other.micros);
        return sum;
    }
}
