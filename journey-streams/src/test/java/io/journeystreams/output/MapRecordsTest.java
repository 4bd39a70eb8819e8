package io.journeystreams.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.JourneyMapEvent;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.map.MapCount;
import io.journeystreams.domain.map.MapLine;
import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.domain.map.MapSlice;
import io.journeystreams.map.Cell;
import io.journeystreams.map.CellKey;
import io.journeystreams.map.CellsInMemory;
import io.journeystreams.map.Grain;
import io.journeystreams.map.MapCells;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Cells of the journey map as they are published. */
class MapRecordsTest {

    private static final long NOON_MS = 1_773_144_000_000L;
    private static final MapLine GOAL = new MapLine(MapSeries.MISSION, "PURCHASE", MapLine.GOAL);

    @Test
    void sumsBeyondTheContractAreToldAsTheLargestThatItHolds() throws IOException {
        // given
        MapCount absurd = new MapCount(
                NOON_MS,
                MapSlice.WHOLE,
                GOAL,
                1,
                false,
                OptionalLong.of(60_000),
                Optional.of(new Money(Money.LARGEST, "EUR")));

        // when
        JourneyMapEvent event = published(List.of(absurd, absurd));

        // then
        assertThat(event.getCount()).isEqualTo(2);
        assertThat(event.getValues()).singleElement().satisfies(sum -> {
            assertThat(sum.getValue()).isEqualTo(new BigDecimal("99999999999999.9999"));
            assertThat(sum.getCurrency()).isEqualTo("EUR");
        });
        assertThat(event.getTo()).isNull();
        assertThat(event.getP50Ms()).isBetween(58_800L, 61_200L);
    }

    private static JourneyMapEvent published(List<MapCount> counts) throws IOException {
        MapCells cells = new MapCells(new CellsInMemory());
        cells.add(new ProfileKey("c:1"), counts, NOON_MS);
        List<byte[]> days = new ArrayList<>();
        MapRecords records = new MapRecords(new Publisher("shop", "v"), MapRecordsTest::bytes);
        cells.tell(NOON_MS, new MapCells.Reader() {
            @Override
            public void counted(CellKey key, Cell cell) {
                if (key.grain() == Grain.DAY) {
                    days.add(records.of(3, key, cell, NOON_MS).record().value());
                }
            }

            @Override
            public void forgotten(CellKey key) {
                throw new AssertionError("not old: " + key);
            }
        });
        assertThat(days).hasSize(1);
        return JourneyMapEvent.getDecoder().decode(days.get(0));
    }

    /** As Avro writes it, which refuses more than 18 digits. */
    private static byte[] bytes(JourneyMapEvent event) {
        try {
            return event.toByteBuffer().array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
