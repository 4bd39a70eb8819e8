package io.journeystreams.map;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;
import com.datadoghq.sketch.ddsketch.store.SparseStore;
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
     * Milliseconds by share.
     *
     * @param shares from 0 to 1
     * @return of each share its quantile; empty if nothing was counted
     */
    public long[] quantilesMs(double... shares) {
        SparseStore store = new SparseStore();
        for (Map.Entry<Integer, Long> bin : bins.entrySet()) {
            if (bin.getValue() > 0) {
                store.add(bin.getKey(), (double) bin.getValue());
            }
        }
        DDSketch sketch = DDSketch.of(MAPPING, new SparseStore(), store, 0);
        if (sketch.isEmpty()) {
            return new long[0];
        }
        double[] values = sketch.getValuesAtQuantiles(shares);
        long[] quantiles = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            quantiles[i] = Math.round(values[i]);
        }
        return quantiles;
    }
}
