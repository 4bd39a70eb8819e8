package io.journeystreams.query;

import io.journeystreams.domain.abandonment.Trial;
import io.journeystreams.domain.churn.Calibration;
import io.journeystreams.map.MapSum;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What some partitions of the journal have counted.
 *
 * @param partitions of the journal that are in it
 * @param clockMs the earliest of their clocks, epoch milliseconds; empty until one is known
 * @param trial counts since the journal began; likewise calibration
 */
public record MapPart(MapSum sum, Set<Integer> partitions, OptionalLong clockMs, Trial trial, Calibration calibration) {

    static MapPart empty() {
        return new MapPart(new MapSum(), new TreeSet<>(), OptionalLong.empty(), Trial.NONE, Calibration.NONE);
    }

    /** @param other of other partitions */
    MapPart plus(MapPart other) {
        sum.add(other.sum);
        TreeSet<Integer> all = new TreeSet<>(partitions);
        all.addAll(other.partitions);
        OptionalLong earliest = Stream.of(clockMs, other.clockMs)
                .flatMapToLong(OptionalLong::stream)
                .min();
        return new MapPart(sum, all, earliest, trial.plus(other.trial), calibration.plus(other.calibration));
    }
}
