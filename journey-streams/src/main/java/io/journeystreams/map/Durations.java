package io.journeystreams.map;

import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sketch of durations whose quantiles are true to {@link #ACCURACY}: a DDSketch, kept as counts by its bins. Sketches are added up
 * bin by bin, and what was counted can be taken out again: a bin may be below zero in a part of the map, and is not in the whole.
 */
public final class Durations {

    /** Relative error of a quantile, at most. */
    public static final double ACCURACY = 0.02;

    private static final IndexMapping MAPPING = new LogarithmicMapping(ACCURACY);

    /** Shorter ones count as one millisecond. */
    private static final long SHORTEST_MS = 1;

    private final TreeMap<Integer, Long> bins = new TreeMap<>();

    void add(long ms, long count) {
        addBin(MAPPING.index((double) Math.max(SHORTEST_MS, ms)), count);
    }

    void addBin(int bin, long count) {
        bins.merge(bin, count, (before, more) -> before + more == 0 ? null : Long.valueOf(before + more));
    }

    void add(Durations other) {
        other.bins.forEach(this::addBin);
    }

    public boolean isEmpty() {
        return bins.isEmpty();
    }

    /** Counts by bin, none of them zero. */
    public SortedMap<Integer, Long> bins() {
        return bins;
    }

    /** Longest duration that a bin counts, milliseconds. */
    public static double upperMs(int bin) {
        return MAPPING.upperBound(bin);
    }

    /**
     * Milliseconds by share, by the nearest rank: the shortest duration that at least this share of all does not exceed.
     *
     * @param shares above 0, at most 1
     * @return of each share its quantile; empty if nothing was counted
     */
    public long[] quantilesMs(double... shares) {
        long total =
                bins.values().stream().mapToLong(count -> Math.max(0, count)).sum();
        return total == 0
                ? new long[0]
                : Arrays.stream(shares)
                        .mapToLong(share -> atRankMs((long) Math.ceil(share * total)))
                        .toArray();
    }

    /** @param rank from 1 to how many there are; what is below zero in a part of the map is none there */
    private long atRankMs(long rank) {
        long passed = 0;
        for (Map.Entry<Integer, Long> bin : bins.entrySet()) {
            passed += Math.max(0, bin.getValue());
            if (passed >= rank) {
                return Math.round(MAPPING.value(bin.getKey()));
            }
        }
        throw new IllegalArgumentException("there are fewer than " + rank);
    }
}
