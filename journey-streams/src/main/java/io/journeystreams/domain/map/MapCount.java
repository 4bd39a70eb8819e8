package io.journeystreams.domain.map;

import io.journeystreams.domain.event.Money;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a fact adds to the map, or takes out of it.
 *
 * @param atMs event time, epoch milliseconds
 * @param count 1, or −1 where a fact does not stand any more; everything else counts so many times
 * @param isLoop back, or again into a stage that the mission had been in
 * @param durationMs in the stage before; of a contact, the wait or the handling; milliseconds
 */
public record MapCount(
        long atMs,
        MapSlice slice,
        MapLine line,
        int count,
        boolean isLoop,
        OptionalLong durationMs,
        Optional<Money> value) {

    static MapCount of(long atMs, MapSlice slice, MapSeries series, String from, String to) {
        return new MapCount(
                atMs, slice, new MapLine(series, from, to), 1, false, OptionalLong.empty(), Optional.empty());
    }

    MapCount lasting(OptionalLong ms) {
        return new MapCount(atMs, slice, line, count, isLoop, ms, value);
    }

    MapCount worth(Optional<Money> money) {
        return new MapCount(atMs, slice, line, count, isLoop, durationMs, money);
    }

    MapCount looping(boolean loops) {
        return new MapCount(atMs, slice, line, count, loops, durationMs, value);
    }

    MapCount negated() {
        return new MapCount(atMs, slice, line, -count, isLoop, durationMs, value);
    }
}
