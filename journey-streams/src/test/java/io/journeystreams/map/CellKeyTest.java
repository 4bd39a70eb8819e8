package io.journeystreams.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.domain.map.MapLine;
import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.domain.map.MapSlice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CellKeyTest {

    private static final List<String> NAMES = List.of("", "A", "AB", "ÄRGER", "*", "日本", "a|b", " ");

    @Test
    void everyKeyIsReadAsItWasWritten() {
        keys().forEach(key -> assertThat(CellKey.read(key.toBytes())).isEqualTo(key));
    }

    @Test
    void withinAGrainTheOrderOfBytesIsThatOfTime() {
        List<CellKey> byBytes = new ArrayList<>(keys());
        byBytes.sort(Comparator.comparing(CellKey::toBytes));

        for (Grain grain : Grain.values()) {
            assertThat(byBytes)
                    .filteredOn(key -> key.grain() == grain)
                    .extracting(CellKey::startMs)
                    .isSorted();
        }
        assertThat(byBytes).extracting(CellKey::grain).isSortedAccordingTo(Comparator.comparing(Grain::code));
    }

    @Test
    void aPeriodBeginsBeforeItsFirstKeyAndEndsBeforeTheNext() {
        for (CellKey key : keys()) {
            assertThat(CellKey.from(key.grain(), key.startMs())).isLessThan(key.toBytes());
            assertThat(CellKey.from(key.grain(), key.startMs() + 1)).isGreaterThan(key.toBytes());
        }
    }

    /** Two names would be read as three. */
    @Test
    void aNameThatHoldsWhatStandsBetweenNamesIsRefused() {
        CellKey key = key(0, "A\0B", "C");

        assertThatThrownBy(key::toBytes).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<CellKey> keys() {
        Random random = new Random(3);
        List<CellKey> keys = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            long startMs = i % 10 == 0 ? 0 : Math.abs(random.nextLong() >>> random.nextInt(1, 60));
            keys.add(key(startMs, any(NAMES, random), any(NAMES, random)));
        }
        return keys;
    }

    private static CellKey key(long startMs, String from, String to) {
        Random random = new Random(startMs);
        return new CellKey(
                any(List.of(Grain.values()), random),
                startMs,
                new MapSlice("email", any(NAMES, random), "customer"),
                new MapLine(any(List.of(MapSeries.values()), random), from, to));
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
