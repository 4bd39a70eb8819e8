package io.journeystreams.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.map.MapCount;
import io.journeystreams.domain.map.MapLine;
import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.domain.map.MapSlice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MapCellsTest {

    private static final long NOON_MS = Instant.parse("2026-03-10T12:00:00Z").toEpochMilli();
    private static final ProfileKey ANNA = ProfileKey.ofCustomer("anna");
    private static final ProfileKey BERT = ProfileKey.ofCustomer("bert");
    private static final MapSlice EMAIL = new MapSlice("email", "mobile", "customer");

    private final CellsOnTable table = new CellsOnTable();
    private final Told told = new Told();

    @Test
    void countsAreStoredOnceACommitAndLookedUpOnce() {
        // given
        MapCells cells = new MapCells(table);

        // when
        for (int i = 0; i < 1_000; i++) {
            cells.add(ANNA, List.of(move(NOON_MS, "A", "B", 1)), NOON_MS);
        }

        // then
        assertThat(table.writes()).isZero();
        assertThat(table.reads()).isEqualTo(3);
        cells.write();
        assertThat(table.writes()).isEqualTo(3);
        cells.write();
        assertThat(table.writes()).isEqualTo(3);
        assertThat(table.decoded().values()).extracting(Cell::count).containsExactly(1_000L, 1_000L, 1_000L);
    }

    @Test
    void cellsThatMakeRoomAreStoredOnceAndToldAllTheSame() {
        // given
        MapCells cells = new MapCells(table);
        int lines = 2_000;

        // when
        for (int i = 0; i < lines; i++) {
            cells.add(ANNA, List.of(move(NOON_MS, "A", "B" + i, 1)), NOON_MS);
        }
        cells.write();

        // then
        assertThat(table.writes()).isEqualTo(3 * lines);
        assertThat(table.decoded().values()).extracting(Cell::count).containsOnly(1L);
        new MapCells(table).tell(NOON_MS, told);
        assertThat(told.lines)
                .as("an hour and a day of each, by another instance")
                .hasSize(2 * lines);
    }

    @Test
    void whatIsStoredIsAllThatItNeedsToGoOn() {
        // given
        MapCells uninterrupted = new MapCells(new CellsOnTable());
        MapCells before = new MapCells(table);
        for (MapCells cells : List.of(uninterrupted, before)) {
            cells.add(ANNA, List.of(move(NOON_MS, "A", "B", 1)), NOON_MS);
            cells.tell(NOON_MS, new Told());
            cells.add(BERT, List.of(move(NOON_MS, "A", "B", 1), move(NOON_MS, "B", "", 1)), NOON_MS);
            cells.write();
        }

        // when
        MapCells restarted = new MapCells(table);
        restarted.add(ANNA, List.of(move(NOON_MS, "A", "B", -1)), NOON_MS);
        uninterrupted.add(ANNA, List.of(move(NOON_MS, "A", "B", -1)), NOON_MS);

        // then
        Told expected = new Told();
        uninterrupted.tell(NOON_MS, expected);
        restarted.tell(NOON_MS, told);
        assertThat(told.lines).isEqualTo(expected.lines).hasSize(4);
    }

    @Test
    void whatWasNotToldBeforeARestartIsToldAfterIt() {
        // given
        MapCells before = new MapCells(table);
        before.add(ANNA, List.of(move(NOON_MS, "A", "B", 1)), NOON_MS);
        before.tell(NOON_MS, new Told());
        before.add(ANNA, List.of(move(NOON_MS, "B", "C", 1)), NOON_MS);
        before.write();

        // when
        new MapCells(table).tell(NOON_MS, told);

        // then
        assertThat(told.lines).allMatch(line -> line.contains("from=B, to=C")).hasSize(2);
    }

    @Test
    void whatHasBeenTakenOutIsToldAsNothingAndForgottenInTime() {
        // given
        MapCells cells = new MapCells(table);
        cells.add(ANNA, List.of(move(NOON_MS, "A", "B", 1)), NOON_MS);
        cells.tell(NOON_MS, new Told());
        cells.write();

        // when
        cells.add(ANNA, List.of(move(NOON_MS, "A", "B", -1)), NOON_MS);
        cells.write();

        // then
        cells.tell(NOON_MS, told);
        cells.write();
        assertThat(told.lines).hasSize(2).allMatch(line -> line.contains("|0 0 {} {}"));
        assertThat(grains()).containsExactly(Grain.HOUR, Grain.DAY);
        cells.tell(NOON_MS + Duration.ofDays(30).toMillis(), told);
        assertThat(told.forgotten).containsExactly("HOUR", "DAY");
        assertThat(table.approximateNumEntries()).isZero();
    }

    @Test
    void thoseThatMakeRoomLoseNothing() {
        // given
        MapCells cells = new MapCells(table);

        // when
        for (int round = 0; round < 2; round++) {
            for (int stage = 0; stage < 3_000; stage++) {
                cells.add(ANNA, List.of(move(NOON_MS, "A", "S" + stage, 1)), NOON_MS);
            }
        }

        // then
        assertThat(table.writes()).isGreaterThan(9_000);
        cells.tell(NOON_MS, told);
        cells.write();
        assertThat(told.lines).hasSize(6_000).allMatch(line -> line.contains("|2 0 "));
        assertThat(table.decoded()).hasSize(9_000);
        assertThat(table.decoded().values()).allMatch(cell -> cell.count() == 2);
        new MapCells(table).tell(NOON_MS, forgetful());
    }

    @Test
    void whatIsOldIsForgottenOnTheTopicTooButNotMinutes() {
        // given
        MapCells cells = new MapCells(table);
        cells.add(ANNA, List.of(move(NOON_MS, "A", "B", 1)), NOON_MS);
        cells.tell(NOON_MS, new Told());
        cells.write();

        // when the first of them is old
        long minutesGoneMs = NOON_MS + Duration.ofHours(3).toMillis() + 60_000;
        cells.tell(minutesGoneMs, told);

        // then
        assertThat(told.forgotten).isEmpty();
        assertThat(grains()).containsExactly(Grain.HOUR, Grain.DAY);

        // and
        cells.tell(NOON_MS + Duration.ofDays(4).toMillis() + 3_600_000, told);
        assertThat(told.forgotten).containsExactly("HOUR");
        cells.tell(NOON_MS + Duration.ofDays(30).toMillis(), told);
        assertThat(told.forgotten).containsExactly("HOUR", "DAY");
        assertThat(table.approximateNumEntries()).isZero();
    }

    @Test
    void whatIsOldWhenItComesIsNotCounted() {
        // given
        MapCells cells = new MapCells(table);

        // when
        cells.add(
                ANNA,
                List.of(move(NOON_MS, "A", "B", 1)),
                NOON_MS + Duration.ofDays(2).toMillis());
        cells.write();

        // then
        assertThat(grains()).containsExactly(Grain.HOUR, Grain.DAY);
    }

    /** While a backlog is read, days pass between two commits. */
    @Test
    void whatIsOldBeforeItWasStoredIsForgottenOnTheTopicAllTheSame() {
        // given
        MapCells cells = new MapCells(table);
        cells.add(ANNA, List.of(move(NOON_MS, "A", "B", 1)), NOON_MS);

        // when
        long laterMs = NOON_MS + Duration.ofDays(31).toMillis();
        cells.tell(NOON_MS, new Told());
        cells.tell(laterMs, told);
        cells.write();

        // then
        assertThat(told.forgotten).containsExactly("HOUR", "DAY");
        assertThat(table.approximateNumEntries()).isZero();
        new MapCells(table).tell(laterMs, told);
        assertThat(told.lines).isEmpty();
    }

    @Test
    void theOrderIsThatOfTimeWhateverWasCountedFirst() {
        // given
        List<MapCount> counts = List.of(
                move(NOON_MS + 3_600_000, "A", "B", 1),
                move(NOON_MS, "B", "C", 1),
                move(NOON_MS, "A", "B", 1),
                move(NOON_MS - 3_600_000, "Z", "Z", 1));
        Told backwards = new Told();

        // when
        MapCells one = new MapCells(table);
        counts.forEach(count -> one.add(ANNA, List.of(count), NOON_MS));
        one.tell(NOON_MS, told);
        MapCells other = new MapCells(new CellsOnTable());
        for (int i = counts.size() - 1; i >= 0; i--) {
            other.add(ANNA, List.of(counts.get(i)), NOON_MS);
        }
        other.tell(NOON_MS, backwards);

        // then
        assertThat(backwards.lines).isEqualTo(told.lines);
        assertThat(told.starts).startsWith(NOON_MS - 3_600_000, NOON_MS, NOON_MS, NOON_MS + 3_600_000);
    }

    /** The transaction is rolled back, the store with it, and the same is counted again by another task. */
    @Test
    void aTransactionThatFailsLosesAndRepeatsNothing() {
        // given
        MapCells first = new MapCells(table);
        first.add(ANNA, List.of(move(NOON_MS, "A", "B", 1)), NOON_MS);
        first.tell(NOON_MS, new Told());
        first.write();
        CellsOnTable committed = table.copy();
        first.add(BERT, List.of(move(NOON_MS, "A", "B", 1)), NOON_MS);
        first.tell(NOON_MS, new Told());
        first.write();

        // when
        MapCells again = new MapCells(committed);
        again.add(BERT, List.of(move(NOON_MS, "A", "B", 1)), NOON_MS);
        again.tell(NOON_MS, told);
        again.write();

        // then
        assertThat(told.lines).hasSize(2).allMatch(line -> line.contains("|2 0 "));
        assertThat(texts(committed)).isEqualTo(texts(table));
    }

    @Test
    void eachCustomerIsCountedOnceOnAnEdgeAndNoneElsewhere() {
        // given
        MapCells cells = new MapCells(table);
        MapCount alert = count(NOON_MS, new MapLine(MapSeries.ALERT, "CART", "FIRED"), 1);

        // when
        cells.add(ANNA, List.of(move(NOON_MS, "A", "B", 1), move(NOON_MS, "A", "B", 1), alert), NOON_MS);
        cells.add(BERT, List.of(move(NOON_MS, "A", "B", 1), alert), NOON_MS);
        cells.add(ANNA, List.of(move(NOON_MS, "A", "B", -1)), NOON_MS);
        cells.write();

        // then
        table.decoded().forEach((key, cell) -> assertThat(cell.customers().count())
                .as("%s", key)
                .isEqualTo(key.line().series() == MapSeries.ALERT ? 0 : 2));
    }

    private static MapCells.Reader forgetful() {
        return new MapCells.Reader() {
            @Override
            public void counted(CellKey key, Cell cell) {
                throw new AssertionError("told before: " + key);
            }

            @Override
            public void forgotten(CellKey key) {
                throw new AssertionError("not old: " + key);
            }
        };
    }

    private List<Grain> grains() {
        return table.decoded().keySet().stream().map(CellKey::grain).toList();
    }

    private static SortedMap<String, String> texts(CellsOnTable table) {
        TreeMap<String, String> texts = new TreeMap<>();
        table.decoded().forEach((key, cell) -> texts.put(key.toString(), text(cell)));
        return texts;
    }

    private static MapCount move(long atMs, String from, String to, int count) {
        return count(atMs, new MapLine(MapSeries.MISSION, from, to), count);
    }

    private static MapCount count(long atMs, MapLine line, int count) {
        return new MapCount(
                atMs, EMAIL, line, count, false, OptionalLong.of(41_000), Optional.of(Money.of("1.50", "EUR")));
    }

    private static String text(Cell cell) {
        return cell.count() + " " + cell.loops() + " " + cell.values() + " "
                + cell.durations().bins() + " " + cell.customers().count();
    }

    private static final class Told implements MapCells.Reader {

        private final List<String> lines = new ArrayList<>();
        private final List<Long> starts = new ArrayList<>();
        private final List<String> forgotten = new ArrayList<>();

        @Override
        public void counted(CellKey key, Cell cell) {
            lines.add(key + "|" + text(cell));
            starts.add(key.startMs());
        }

        @Override
        public void forgotten(CellKey key) {
            forgotten.add(key.grain().name());
        }
    }
}
