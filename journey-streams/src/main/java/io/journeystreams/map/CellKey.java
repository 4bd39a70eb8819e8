package io.journeystreams.map;

import io.journeystreams.domain.map.MapCount;
import io.journeystreams.domain.map.MapLine;
import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.domain.map.MapSlice;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;

/**
 * Which cell of the map: a stretch of time, whose journeys, and what is counted. As bytes: the grain's code (1 byte), the start
 * (8, big-endian), then channel, device, segment, series, from and to in UTF-8, with a zero byte between them. So byte order is time order.
 *
 * @param startMs of the stretch, epoch milliseconds, not before 1970
 */
public record CellKey(Grain grain, long startMs, MapSlice slice, MapLine line) {

    static final Comparator<CellKey> ORDER = Comparator.comparing(CellKey::grain)
            .thenComparingLong(CellKey::startMs)
            .thenComparing(key -> key.slice().channel())
            .thenComparing(key -> key.slice().device())
            .thenComparing(key -> key.slice().segment())
            .thenComparing(key -> key.line().series())
            .thenComparing(key -> key.line().from())
            .thenComparing(key -> key.line().to());

    private static final int PREFIX = 1 + Long.BYTES;
    private static final String BETWEEN = "\0";
    private static final int NAMES = 6;

    static CellKey of(Grain grain, MapCount count) {
        return new CellKey(grain, grain.startOf(count.atMs()), count.slice(), count.line());
    }

    /** First byte of all keys of a grain at and after a time. */
    static Bytes from(Grain grain, long startMs) {
        return Bytes.wrap(ByteBuffer.allocate(PREFIX)
                .put(grain.code())
                .putLong(Math.max(0, startMs))
                .array());
    }

    /** @throws IllegalArgumentException if a name has a zero character: the bytes would be read as another key's */
    Bytes toBytes() {
        byte[] names = names().getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(PREFIX + names.length)
                .put(grain.code())
                .putLong(startMs)
                .put(names)
                .array());
    }

    private String names() {
        String names = String.join(
                BETWEEN,
                slice.channel(),
                slice.device(),
                slice.segment(),
                line.series().name(),
                line.from(),
                line.to());
        if (names.chars().filter(character -> character == 0).count() != NAMES - 1) {
            throw new IllegalArgumentException("a name of the map has a zero character: " + this);
        }
        return names;
    }

    static CellKey read(Bytes key) {
        return read(key, CellKey::names);
    }

    /** @param known what the names of a key mean: many keys have the same */
    static CellKey read(Bytes key, Function<String, Names> known) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get());
        Grain grain = Grain.ofCode(bytes.get());
        long startMs = bytes.getLong();
        Names names = known.apply(new String(key.get(), PREFIX, key.get().length - PREFIX, StandardCharsets.UTF_8));
        return new CellKey(grain, startMs, names.slice(), names.line());
    }

    /** What a key says beside the time. */
    record Names(MapSlice slice, MapLine line) {}

    static Names names(String text) {
        String[] names = text.split(BETWEEN, -1);
        return new Names(
                new MapSlice(names[0], names[1], names[2]),
                new MapLine(MapSeries.valueOf(names[3]), names[4], names[5]));
    }
}
