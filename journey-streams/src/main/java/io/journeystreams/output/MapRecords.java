package io.journeystreams.output;

import io.journeystreams.contracts.JourneyMapEvent;
import io.journeystreams.contracts.MapBin;
import io.journeystreams.contracts.MapGrain;
import io.journeystreams.contracts.MapSeriesName;
import io.journeystreams.contracts.MapValue;
import io.journeystreams.domain.event.DerivedId;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.map.MapLine;
import io.journeystreams.map.Cell;
import io.journeystreams.map.CellKey;
import io.journeystreams.map.Durations;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cells of the journey map as records. For one thread. */
public final class MapRecords {

    private static final double HALF = 0.5;
    private static final double MOST = 0.9;
    private static final double NEARLY_ALL = 0.99;
    private static final String BETWEEN = "|";

    private final Publisher publisher;
    private final Envelope envelope;
    private final RecordEncoder<JourneyMapEvent> encoder;

    public MapRecords(Publisher publisher, RecordEncoder<JourneyMapEvent> encoder) {
        this.publisher = publisher;
        this.envelope = new Envelope(publisher);
        this.encoder = encoder;
    }

    /**
     * @param part partition of the journal
     * @param clockMs up to which was counted, epoch milliseconds
     */
    public Published of(int part, CellKey key, Cell cell, long clockMs) {
        String name = nameOf(part, key);
        String id = DerivedId.of(publisher.tenant(), "map", name, String.valueOf(clockMs));
        byte[] value = encoder.encode(event(part, key, cell, clockMs));
        return envelope.of(OutputTopic.MAP, name.getBytes(StandardCharsets.UTF_8), value, id, "map.counted", clockMs);
    }

    /** A tombstone: the topic is compacted. */
    public Published forgotten(int part, CellKey key, long clockMs) {
        String name = nameOf(part, key);
        String id = DerivedId.of(publisher.tenant(), "map", name, "forgotten");
        return envelope.of(OutputTopic.MAP, name.getBytes(StandardCharsets.UTF_8), null, id, "map.forgotten", clockMs);
    }

    /** All that tells cells apart. */
    private static String nameOf(int part, CellKey key) {
        return String.join(
                BETWEEN,
                String.valueOf(part),
                key.grain().text(),
                Instant.ofEpochMilli(key.startMs()).toString(),
                key.slice().channel(),
                key.slice().device(),
                key.slice().segment(),
                key.line().series().name().toLowerCase(Locale.ROOT),
                key.line().from(),
                key.line().to());
    }

    private JourneyMapEvent event(int part, CellKey key, Cell cell, long clockMs) {
        long[] quantiles = cell.durations().quantilesMs(HALF, MOST, NEARLY_ALL);
        return JourneyMapEvent.newBuilder()
                .setTenant(publisher.tenant())
                .setSchemaVersion(Publisher.SCHEMA_VERSION)
                .setPolicyVersion(publisher.policyVersion())
                .setEmittedAt(Instant.ofEpochMilli(clockMs))
                .setPart(part)
                .setGrain(MapGrain.valueOf(key.grain().name()))
                .setStartAt(Instant.ofEpochMilli(key.startMs()))
                .setEntryChannel(key.slice().channel())
                .setEntryDevice(key.slice().device())
                .setSegment(key.slice().segment())
                .setSeries(MapSeriesName.valueOf(key.line().series().name()))
                .setFrom(nameOrNull(key.line().from()))
                .setTo(nameOrNull(key.line().to()))
                .setCount(cell.count())
                .setLoops(cell.loops())
                .setCustomers(cell.customers().count())
                .setValues(cell.values().entrySet().stream()
                        .map(sum -> new MapValue(amount(sum.getValue()), sum.getKey()))
                        .toList())
                .setDurations(cell.durations().bins().entrySet().stream()
                        .map(bin -> new MapBin(Durations.upperMs(bin.getKey()), bin.getValue()))
                        .toList())
                .setP50Ms(at(quantiles, 0))
                .setP90Ms(at(quantiles, 1))
                .setP99Ms(at(quantiles, 2))
                .build();
    }

    /** A sum of absurd amounts is told as the largest that the contract holds: it must not stop the processor. */
    private static BigDecimal amount(long tenThousandths) {
        long held = Math.max(-Money.LARGEST, Math.min(Money.LARGEST, tenThousandths));
        return BigDecimal.valueOf(held, Money.SCALE);
    }

    private static @Nullable Long at(long[] quantiles, int place) {
        return quantiles.length == 0 ? null : quantiles[place];
    }

    private static @Nullable String nameOrNull(String name) {
        return name.equals(MapLine.NOWHERE) || name.equals(MapLine.GOAL) ? null : name;
    }
}
