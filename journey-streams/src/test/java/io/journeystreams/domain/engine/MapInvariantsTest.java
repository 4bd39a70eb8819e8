package io.journeystreams.domain.engine;

import static io.journeystreams.domain.engine.Histories.forEachSeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.map.MapLine;
import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.domain.map.MapSlice;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.Transition;
import io.journeystreams.map.Cell;
import io.journeystreams.map.CellKey;
import io.journeystreams.map.Grain;
import io.journeystreams.map.MapQuestion;
import io.journeystreams.map.MapSum;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is true of the map of every random history, in one part or in several. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class MapInvariantsTest {

    private static final int HISTORIES = 150;
    private static final long GRACE_MS = EnginePolicy.defaults().clock().grace().toMillis();
    private static final long AFTERWARDS_MS = Duration.ofDays(10).toMillis();

    @Test
    void ofWhatFlowsIntoAStageRemainsInTheSliceWhatStandsInItNow() {
        forEachSeed(HISTORIES, seed -> {
            Journal journal = MapEqualsBatchGraphTest.readShuffled(Origins.given(seed), seed, AFTERWARDS_MS);

            assertThat(remaining(journal.map)).isEqualTo(standing(StandingFacts.of(journal.facts, journal.known)));
        });
    }

    @Test
    void itRemainsSoWhenPartsAreAddedUp() {
        forEachSeed(HISTORIES, seed -> {
            List<JourneyEvent> events = Origins.given(seed);
            Household household = MapEqualsBatchGraphTest.readScattered(events, seed, AFTERWARDS_MS);

            assertThat(remaining(household.map)).isEqualTo(standing(StandingFacts.of(household.facts, events)));
        });
    }

    @Test
    void nothingIsBelowZeroInTheWholeAndHoursAddUpToDays() {
        forEachSeed(HISTORIES, seed -> {
            CountedMap map = MapEqualsBatchGraphTest.readScattered(Origins.given(seed), seed, AFTERWARDS_MS).map;

            SortedMap<CellKey, Cell> hours = map.cells(Grain.HOUR);
            hours.forEach((key, cell) -> assertNotBelowZero(key, cell));
            assertThat(inDays(hours)).isEqualTo(inDays(map.cells(Grain.DAY)));
            assertThat(inDays(map.cells(Grain.MINUTE))).isEqualTo(inDays(hours));
        });
    }

    @Test
    void theWholeIsTheSumOfItsSlices() {
        forEachSeed(HISTORIES, seed -> {
            CountedMap map = MapEqualsBatchGraphTest.readScattered(Origins.given(seed), seed, AFTERWARDS_MS).map;
            MapSum whole = map.whole(Grain.DAY);
            MapSum sum = new MapSum();
            for (String channel : whole.channels()) {
                sum.add(map.sum(new MapQuestion(
                        Grain.DAY, 0, Long.MAX_VALUE, Optional.of(channel), Optional.empty(), Optional.empty())));
            }

            assertThat(graph(sum)).isEqualTo(graph(whole));
        });
    }

    /** Each alert counts once, by what became of it, though its device or an earlier customer was told of it first. */
    @Test
    void everyAlertIsCountedByWhatBecameOfIt() {
        forEachSeed(HISTORIES, seed -> {
            Household household = MapEqualsBatchGraphTest.readScattered(Origins.given(seed), seed, AFTERWARDS_MS);
            Map<String, Long> expected = new TreeMap<>();
            Map<String, AlertOutput> last = Published.last(household.alerts);
            last.values().forEach(alert -> {
                String kind = alert.alert().subject().kind().name();
                expected.merge(kind + " FIRED", 1L, Long::sum);
                if (alert.state() != AlertOutput.State.ABANDONED) {
                    expected.merge(kind + " " + alert.state(), 1L, Long::sum);
                }
            });

            assertThat(counts(household.map.whole(Grain.DAY), MapSeries.ALERT)).isEqualTo(expected);
        });
    }

    @Test
    void aReplayCountsTheSameAndSoDoesAnyOrder() {
        forEachSeed(HISTORIES, seed -> {
            List<JourneyEvent> events = Origins.given(seed);
            List<JourneyEvent> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, new Random(seed));

            SortedMap<CellKey, String> inOrder = readAndWait(events, seed);
            assertThat(readAndWait(events, seed)).isEqualTo(inOrder);
            assertThat(readAndWait(shuffled, seed)).isEqualTo(inOrder);
        });
    }

    /** The clock stands still until everything has been read. */
    private static SortedMap<CellKey, String> readAndWait(List<JourneyEvent> events, long seed) {
        Journal journal = Journal.of(seed, true);
        events.forEach(event -> journal.read(event, event.atMs()));
        long endMs = events.stream().mapToLong(JourneyEvent::atMs).max().orElseThrow() + AFTERWARDS_MS;
        journal.hear(endMs, endMs + GRACE_MS);
        return texts(journal.map.cells(Grain.HOUR));
    }

    private static void assertNotBelowZero(CellKey key, Cell cell) {
        assertThat(cell.count()).as("%s", key).isNotNegative();
        assertThat(cell.loops()).as("loops of %s", key).isBetween(0L, cell.count());
        assertThat(cell.durations().bins().values()).as("waits of %s", key).allMatch(count -> count > 0);
        assertThat(cell.values().values()).as("values of %s", key).allMatch(sum -> sum > 0);
    }

    /** By slice and stage, what flowed in and not out. */
    private static Map<String, Long> remaining(CountedMap map) {
        Map<String, Long> remaining = new TreeMap<>();
        map.missionsBySlice(Grain.DAY).forEach((slice, sum) -> sum.lines().forEach((line, cell) -> {
            remaining.merge(slice + " " + line.from(), -cell.count(), Long::sum);
            remaining.merge(slice + " " + line.to(), cell.count(), Long::sum);
        }));
        remaining.keySet().removeIf(key -> key.endsWith(" ") || key.endsWith(" *"));
        remaining.values().removeIf(count -> count == 0);
        return remaining;
    }

    /** By slice and stage, missions under way. */
    private static Map<String, Long> standing(StandingFacts facts) {
        Map<String, Long> standing = new TreeMap<>();
        facts.cases(Layer.MISSION).values().forEach(moves -> {
            Transition last = moves.get(moves.size() - 1);
            if (!StandingFacts.ends(last)) {
                standing.merge(sliceOf(last.mission().orElseThrow()) + " " + last.to(), 1L, Long::sum);
            }
        });
        return standing;
    }

    private static MapSlice sliceOf(Transition.MissionMark mark) {
        return new MapSlice(
                mark.entryChannel().map(Channel::text).orElse("unknown"),
                mark.entryDevice()
                        .map(device -> device.equals("car") ? "other" : device)
                        .orElse("unknown"),
                mark.segment().text());
    }

    private static Map<String, Long> counts(MapSum sum, MapSeries series) {
        Map<String, Long> counts = new TreeMap<>();
        sum.lines().forEach((line, cell) -> {
            if (line.series() == series && cell.count() != 0) {
                counts.put(line.from() + " " + line.to(), cell.count());
            }
        });
        return counts;
    }

    private static Map<MapLine, String> graph(MapSum sum) {
        Map<MapLine, String> graph = new HashMap<>();
        sum.lines().forEach((line, cell) -> {
            if (line.series().isGraph()) {
                graph.put(line, text(cell) + " " + cell.customers().count());
            }
        });
        return graph;
    }

    private static SortedMap<CellKey, String> inDays(SortedMap<CellKey, Cell> cells) {
        SortedMap<CellKey, Cell> days = new TreeMap<>(Comparator.comparing(CellKey::toString));
        cells.forEach((key, cell) -> days.computeIfAbsent(
                        new CellKey(Grain.DAY, Grain.DAY.startOf(key.startMs()), key.slice(), key.line()),
                        day -> new Cell())
                .add(cell));
        return texts(days);
    }

    /** Cells that count something. */
    private static SortedMap<CellKey, String> texts(SortedMap<CellKey, Cell> cells) {
        SortedMap<CellKey, String> texts = new TreeMap<>(Comparator.comparing(CellKey::toString));
        cells.forEach((key, cell) -> {
            String text = text(cell);
            if (!text.equals(text(new Cell()))) {
                texts.put(key, text);
            }
        });
        return texts;
    }

    private static String text(Cell cell) {
        return cell.count() + " " + cell.loops() + " " + cell.values() + " "
                + cell.durations().bins();
    }
}
