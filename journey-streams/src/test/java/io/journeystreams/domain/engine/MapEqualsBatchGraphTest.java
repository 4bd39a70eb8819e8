package io.journeystreams.domain.engine;

import static io.journeystreams.domain.engine.Histories.forEachSeed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.map.MapLine;
import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.TouchChannel;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.map.Cell;
import io.journeystreams.map.Durations;
import io.journeystreams.map.Grain;
import io.journeystreams.map.MapSum;
import io.journeystreams.mining.BatchGraph;
import io.journeystreams.mining.BatchGraph.Edge;
import io.journeystreams.mining.BatchGraph.Flow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Rule M1: whatever was told and taken back on the way, the map is the directly-follows graph that a batch counts from what
 * stands in the end.
 */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class MapEqualsBatchGraphTest {

    private static final int HISTORIES = 200;
    private static final long GRACE_MS = EnginePolicy.defaults().clock().grace().toMillis();
    private static final long AFTERWARDS_MS = Duration.ofDays(40).toMillis();
    private static final double[] SHARES = {0.5, 0.9, 0.99};

    /** A quantile is at most 2 % off, and rounded to a millisecond. */
    private static final double ROUNDING_MS = 1;

    @Test
    void howeverLateEventsAre() {
        forEachSeed(HISTORIES, seed -> {
            Journal journal = readShuffled(Origins.given(seed), seed, AFTERWARDS_MS);

            assertEqual(journal.map, StandingFacts.of(journal.facts, journal.known));
        });
    }

    /** They are not published as transitions: here they are told from the events. */
    @Test
    void movesBetweenChannelsAreThoseOfTheEvents() {
        forEachSeed(HISTORIES, seed -> {
            Journal journal = readShuffled(Origins.given(seed), seed, AFTERWARDS_MS);
            Map<Edge, Long> expected = new HashMap<>();
            String at = "";
            for (JourneyEvent event : applied(journal)) {
                String to = channelOf(event).orElse(at);
                if (!to.equals(at)) {
                    expected.merge(new Edge(at, to), 1L, Long::sum);
                    at = to;
                }
            }

            Map<Edge, Long> counted = new HashMap<>();
            edges(journal.map.whole(Grain.DAY), MapSeries.TOUCHPOINT)
                    .forEach((edge, cell) -> counted.put(edge, cell.count()));
            assertThat(counted).isEqualTo(expected);
        });
    }

    /** Without those that came too late to move anything. */
    private static List<JourneyEvent> applied(Journal journal) {
        return IntStream.range(0, journal.known.size())
                .filter(place -> journal.outcomes.get(place) == Outcome.APPLIED)
                .mapToObj(journal.known::get)
                .sorted(JourneyEvent.ORDER)
                .toList();
    }

    private static Optional<String> channelOf(JourneyEvent event) {
        return event.occurrence().test()
                ? Optional.empty()
                : TouchChannel.of(event.occurrence()).map(TouchChannel::text);
    }

    /** In several parts: what a device counted in one is taken out in that of its customer. */
    @Test
    void whenDevicesBecomeACustomersInAnotherPart() {
        forEachSeed(HISTORIES, seed -> {
            List<JourneyEvent> events = Origins.given(seed);
            Household household = readScattered(events, seed, AFTERWARDS_MS);

            assertEqual(household.map, StandingFacts.of(household.facts, events));
        });
    }

    private static void assertEqual(CountedMap map, StandingFacts standing) {
        MapSum whole = map.whole(Grain.DAY);
        for (Layer layer : Layer.OF_STAGES) {
            Map<Edge, Cell> edges = edges(whole, MapSeries.valueOf(layer.name()));
            BatchGraph batch = standing.graph(layer);
            Map<Edge, Long> loops = standing.loops(layer);
            Map<Edge, Long> values = standing.values(layer);
            assertThat(edges.keySet())
                    .as("edges of %s", layer)
                    .isEqualTo(batch.edges().keySet());
            edges.forEach((edge, cell) -> {
                assertThat(cell.count())
                        .as("%s %s", layer, edge)
                        .isEqualTo(batch.edge(edge.from(), edge.to()).count());
                assertThat(cell.loops()).as("loops %s %s", layer, edge).isEqualTo(loops.getOrDefault(edge, 0L));
                assertThat(cell.values().getOrDefault("EUR", 0L))
                        .as("value %s %s", layer, edge)
                        .isEqualTo(values.getOrDefault(edge, 0L));
                assertWaits(cell.durations(), batch.edge(edge.from(), edge.to()), layer + " " + edge);
            });
        }
    }

    /** What counts nothing any more is no edge. */
    private static Map<Edge, Cell> edges(MapSum whole, MapSeries series) {
        Map<Edge, Cell> edges = new HashMap<>();
        whole.lines().forEach((line, cell) -> {
            if (line.series() == series) {
                assertThat(cell.count()).as("%s", line).isNotNegative();
                if (cell.count() > 0) {
                    String to = line.to().equals(MapLine.GOAL) ? BatchGraph.END : line.to();
                    edges.computeIfAbsent(new Edge(line.from(), to), edge -> new Cell())
                            .add(cell);
                }
            }
        });
        return edges;
    }

    private static void assertWaits(Durations durations, Flow flow, String edge) {
        assertThat(durations.bins().values()).as("waits of %s", edge).allMatch(count -> count > 0);
        assertThat(durations.bins().values().stream().mapToLong(count -> count).sum())
                .as("waits of %s", edge)
                .isEqualTo(flow.waitsMs().size());
        long[] quantiles = durations.quantilesMs(SHARES);
        for (int i = 0; i < quantiles.length; i++) {
            double exact = flow.percentileMs(SHARES[i]);
            assertThat((double) quantiles[i])
                    .as("p%s of %s among %s", SHARES[i], edge, flow.waitsMs())
                    .isCloseTo(exact, within(exact * Durations.ACCURACY + ROUNDING_MS));
        }
    }

    static Journal readShuffled(List<JourneyEvent> events, long seed, long afterwardsMs) {
        Random random = new Random(seed);
        List<JourneyEvent> arrivals = new ArrayList<>(events);
        Collections.shuffle(arrivals, random);
        Journal journal = Journal.of(seed, true);
        for (JourneyEvent event : arrivals) {
            journal.read(event, event.atMs());
            journal.hear(event.atMs() - GRACE_MS + random.nextInt(100) * 60_000L, event.atMs());
        }
        long endMs = events.get(events.size() - 1).atMs() + afterwardsMs;
        journal.hear(endMs, endMs + GRACE_MS);
        return journal;
    }

    static Household readScattered(List<JourneyEvent> events, long seed, long afterwardsMs) {
        Random random = new Random(seed);
        Household household = new Household(EnginePolicy.defaults(), random);
        HandOverTest.scatter(events, household, random);
        long clockMs = events.get(0).atMs();
        boolean isMore = true;
        while (isMore) {
            clockMs += random.nextInt(30) * 60_000L;
            ClockReading clock = ClockReading.at(clockMs, clockMs);
            isMore = household.readOne(clock, clockMs);
            if (random.nextBoolean()) {
                household.sweep(clock);
            }
        }
        long endMs = Math.max(clockMs, events.get(events.size() - 1).atMs()) + afterwardsMs;
        household.sweep(ClockReading.at(endMs, endMs));
        return household;
    }
}
