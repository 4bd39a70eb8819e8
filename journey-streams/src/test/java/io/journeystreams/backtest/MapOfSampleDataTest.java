package io.journeystreams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystreams.mining.BatchGraph;
import io.journeystreams.mining.BatchGraph.Edge;
import io.journeystreams.mining.BatchGraph.Flow;
import io.journeystreams.mining.CaseLayer;
import io.journeystreams.mining.LogExport;
import io.journeystreams.mining.LogFormat;
import io.journeystreams.mining.LogRequest;
import io.journeystreams.mining.Trace;
import io.journeystreams.mining.TransitionFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule M1: the map that a backtest writes is the graph that a batch counts from its exported log. */
@Timeout(120)
class MapOfSampleDataTest {

    /** Of a bin, the longest wait to the shortest. */
    private static final double WIDTH = 1.02 / 0.98;

    private static final double[] SHARES = {0.5, 0.9, 0.99};
    private static final double ROUNDING_MS = 1;

    @TempDir
    private Path directory = Path.of("");

    private enum Sample {
        OTTO(TestData.OTTO),
        COMPLETE_JOURNEY(TestData.COMPLETE_JOURNEY),
        SNOWPLOW(TestData.SNOWPLOW);

        private final Path file;

        Sample(Path file) {
            this.file = file;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMapIsTheGraphOfTheExportedLog(Sample sample) throws IOException {
        BacktestRun run = BacktestRun.of(directory, sample.file);

        for (CaseLayer layer : CaseLayer.values()) {
            Path log = directory.resolve(layer + ".csv");
            LogRequest request =
                    new LogRequest(layer, LogFormat.CSV, log, OptionalLong.empty(), OptionalLong.empty(), false);
            LogExport.run(request, new TransitionFile(run.out().resolve("stage-transitions.ndjson")));
            BatchGraph batch = BatchGraph.of(Trace.readCsv(log));

            assertThat(batch.edges()).isNotEmpty();
            for (String grain : new String[] {"HOUR", "DAY"}) {
                assertSame(batch, Counted.read(run, grain, layer.name()));
            }
        }
    }

    private static void assertSame(BatchGraph batch, Map<Edge, Counted> map) {
        assertThat(map.keySet()).isEqualTo(batch.edges().keySet());
        batch.edges().forEach((edge, flow) -> {
            Counted counted = map.getOrDefault(edge, new Counted());
            assertThat(counted.count).as("%s", edge).isEqualTo(flow.count());
            assertThat(counted.bins.values().stream().mapToLong(count -> count).sum())
                    .as("waits of %s", edge)
                    .isEqualTo(flow.waitsMs().size());
            assertWaits(counted, flow, edge);
        });
    }

    private static void assertWaits(Counted counted, Flow flow, Edge edge) {
        for (double share : flow.waitsMs().isEmpty() ? new double[0] : SHARES) {
            double exact = flow.percentileMs(share);
            double upper =
                    counted.upperOf((long) Math.ceil(share * flow.waitsMs().size()));
            assertThat(Math.max(1, exact))
                    .as("p%s of %s", share, edge)
                    .isBetween(upper / WIDTH - ROUNDING_MS, upper + ROUNDING_MS);
        }
    }

    private static final class Counted {

        private long count;
        private final TreeMap<Double, Long> bins = new TreeMap<>();

        static Map<Edge, Counted> read(BacktestRun run, String grain, String series) {
            Map<Edge, Counted> edges = new HashMap<>();
            for (JsonNode cell : run.records("map.ndjson")) {
                boolean isWanted = cell.get("grain").asText().equals(grain)
                        && cell.get("series").asText().equals(series)
                        && cell.get("count").asLong() != 0;
                if (isWanted) {
                    Edge edge =
                            new Edge(cell.get("from").asText(""), cell.get("to").asText(""));
                    edges.computeIfAbsent(edge, unknown -> new Counted()).add(cell);
                }
            }
            return edges;
        }

        private void add(JsonNode cell) {
            count += cell.get("count").asLong();
            cell.get("durations")
                    .forEach(bin -> bins.merge(
                            bin.get("upToMs").asDouble(), bin.get("count").asLong(), Long::sum));
        }

        double upperOf(long rank) {
            long passed = 0;
            for (Map.Entry<Double, Long> bin : bins.entrySet()) {
                passed += bin.getValue();
                if (passed >= rank) {
                    return bin.getKey();
                }
            }
            throw new AssertionError("fewer than " + rank);
        }
    }
}
