package io.journeystreams.map;

import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.domain.map.MapSlice;
import java.util.Optional;

/**
 * Which part of the map is wanted.
 *
 * @param fromMs beginning of a stretch of the grain, epoch milliseconds
 * @param toMs end of one, epoch milliseconds
 * @param channel only journeys that began there; likewise device and segment
 */
public record MapQuestion(
        Grain grain,
        long fromMs,
        long toMs,
        Optional<String> channel,
        Optional<String> device,
        Optional<String> segment) {

    /** Contacts and churn alerts are not told apart by how a mission began, alerts not by segment: they are counted whatever is wanted. */
    boolean includes(CellKey key) {
        MapSeries series = key.line().series();
        if (series == MapSeries.CONTACT || series == MapSeries.CHURN) {
            return true;
        }
        MapSlice slice = key.slice();
        return isIn(channel, slice.channel())
                && isIn(device, slice.device())
                && (series == MapSeries.ALERT || isIn(segment, slice.segment()));
    }

    private static boolean isIn(Optional<String> wanted, String value) {
        return wanted.isEmpty() || wanted.get().equals(value);
    }
}
