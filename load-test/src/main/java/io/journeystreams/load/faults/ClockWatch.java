package io.journeystreams.load.faults;

import io.journeystreams.load.rig.Gauges;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells when nothing more comes of what has been read: the clocks have passed what was due, and no alert waits for a backlog to be
 * read (T5). An alert that waits is looked at again when the clock has moved on by a second, or has come to half a minute before
 * the wall clock. So none does once every clock has come to where the wall clock was when they were last seen behind a backlog. For one
 * thread.
 */
final class ClockWatch {

    private static final long BEHIND = Long.MAX_VALUE;

    private final int partitions;
    private final long dueMs;
    private long caughtUpSinceMs = BEHIND;

    /**
     * @param partitions of the journal
     * @param dueMs when the last deadline falls due at the latest, epoch milliseconds
     */
    ClockWatch(int partitions, long dueMs) {
        this.partitions = partitions;
        this.dueMs = dueMs;
    }

    /**
     * To be asked again and again: between two calls no backlog is noticed.
     *
     * @param instances metrics of all of them
     * @param nowMs wall clock before they were asked, epoch milliseconds
     */
    boolean isOver(List<Gauges> instances, long nowMs) {
        if (!areCaughtUp(instances)) {
            caughtUpSinceMs = BEHIND;
            return false;
        }
        caughtUpSinceMs = Math.min(caughtUpSinceMs, nowMs);
        double allowedSeconds = (nowMs - Math.max(dueMs, caughtUpSinceMs)) / 1000.0;
        return instances.stream().allMatch(metrics -> metrics.sum("journey_deadlines_due") == 0)
                && highest(instances, "journey_clock_lag_seconds") < allowedSeconds;
    }

    /** Of a partition that nobody reads, or two do, it is not known. */
    private boolean areCaughtUp(List<Gauges> instances) {
        Map<Integer, List<Double>> known = instances.stream()
                .flatMap(metrics -> metrics.byPartition("journey_clock_caught_up").entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return known.size() == partitions && known.values().stream().allMatch(List.of(1.0)::equals);
    }

    /** Infinite unless every partition has one. */
    private double highest(List<Gauges> instances, String name) {
        List<Double> values = instances.stream()
                .flatMap(metrics -> metrics.byPartition(name).values().stream())
                .toList();
        return values.size() < partitions
                ? Double.POSITIVE_INFINITY
                : values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.POSITIVE_INFINITY);
    }
}
