package io.journeystreams.load.bench;

import io.journeystreams.load.measure.Garbage;
import java.util.List;

/**
 * What a run cost: from when half of the events had been read, by when the code is compiled and the stores hold something, until the
 * last result could be read.
 *
 * @param events measured
 * @param cpuMicros of the contender for each of them, user and system
 * @param brokerCpuMicros of the broker for each
 * @param seconds wall clock
 * @param wholeCpuMicros of the contender for every event of the run, its start included
 */
public record Figures(
        long events, double cpuMicros, double brokerCpuMicros, double seconds, double wholeCpuMicros, Garbage garbage) {

    private static final double WARM_UP_SHARE = 0.5;
    private static final double MICROS = 1_000;

    public double eventsPerSecond() {
        return events / seconds;
    }

    /** Bytes for every event of the run. */
    public double allocatedBytes(long allEvents) {
        return garbage.allocatedMb() * 1024.0 * 1024.0 / allEvents;
    }

    /**
     * @param samples in order of time; the first from before anything was read
     * @param allEvents in the input
     * @param completeMs when the last result could be read
     */
    public static Figures of(List<Sample> samples, long allEvents, long completeMs, Garbage garbage) {
        Sample from = samples.get(0);
        for (Sample sample : samples) {
            if (sample.events() <= WARM_UP_SHARE * allEvents) {
                from = sample;
            }
        }
        Sample to = samples.stream()
                .filter(sample -> sample.atMs() >= completeMs)
                .findFirst()
                .orElse(samples.get(samples.size() - 1));
        long events = allEvents - from.events();
        return new Figures(
                events,
                (to.cpuMs() - from.cpuMs()) * MICROS / events,
                (to.brokerCpuMs() - from.brokerCpuMs()) * MICROS / events,
                (to.atMs() - from.atMs()) / 1_000.0,
                to.cpuMs() * MICROS / allEvents,
                garbage);
    }
}
