package io.journeystreams.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.mining.BatchGraph.Edge;
import io.journeystreams.mining.BatchGraph.Flow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(10)
class BatchGraphTest {

    /** One bought after a detour, one left, one is still under way, one began before the log. */
    private static final String CSV = """
            case:concept:name,concept:name,time:timestamp,device,case:startKnown,case:ended
            m1,A,2026-03-01T10:00:00.000+00:00,"a ""phone"",
            new",true,true
            m1,B,2026-03-01T10:00:10.000+00:00,web,true,true
            m1,A,2026-03-01T10:00:40.000+00:00,web,true,true
            m1,B,2026-03-01T10:01:00.500+00:00,web,true,true
            m1,GOAL,2026-03-01T12:01:00.500+02:00,web,true,true
            m2,A,2026-03-01T10:00:00.000+00:00,,true,true
            m2,DISCONTINUED,2026-03-31T10:00:00.000+00:00,,true,true
            m3,A,2026-03-01T10:00:00.000+00:00,,true,false
            m3,B,2026-03-01T10:00:05.000+00:00,,true,false
            m4,B,2026-03-01T10:00:00.000+00:00,,false,true
            m4,GOAL,2026-03-01T10:00:01.000+00:00,,false,true
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void itCountsWhatFollowsWhatWithStartAndEnd() throws IOException {
        Path file = Files.writeString(directory.resolve("log.csv"), CSV);

        BatchGraph graph = BatchGraph.of(Trace.readCsv(file));

        assertThat(graph.edges())
                .isEqualTo(Map.of(
                        new Edge("", "A"), new Flow(3, List.of()),
                        new Edge("A", "B"), new Flow(3, List.of(5_000L, 10_000L, 20_500L)),
                        new Edge("B", "A"), new Flow(1, List.of(30_000L)),
                        new Edge("B", "GOAL"), new Flow(2, List.of(0L, 1_000L)),
                        new Edge("GOAL", ""), new Flow(2, List.of()),
                        new Edge("A", ""), new Flow(1, List.of(2_592_000_000L))));
        assertThat(graph.edge("B", "")).isEqualTo(new Flow(0, List.of()));
    }

    @Test
    void percentilesAreWaitsThatThereWere() {
        Flow hundred = new Flow(100, LongStream.rangeClosed(1, 100).boxed().toList());
        Flow three = new Flow(3, List.of(30L, 10L, 20L));

        assertThat(hundred.percentileMs(0.5)).isEqualTo(50);
        assertThat(hundred.percentileMs(0.9)).isEqualTo(90);
        assertThat(hundred.percentileMs(0.99)).isEqualTo(99);
        assertThat(three.percentileMs(0.5)).isEqualTo(20);
        assertThat(three.percentileMs(0.99)).isEqualTo(30);
        assertThat(three.percentileMs(1)).isEqualTo(30);
    }

    @Test
    void anExportedLogCanBeRead() throws IOException {
        // given
        Path file = directory.resolve("log.csv");
        LogRequest request = new LogRequest(
                CaseLayer.MISSION, LogFormat.CSV, file, OptionalLong.empty(), OptionalLong.empty(), false);

        // when
        LogExport.run(request, new TransitionSource() {
            @Override
            public long size() {
                return 3;
            }

            @Override
            public void read(CaseLayer layer, Sink sink) throws IOException {
                sink.take(AMove.of("1").in("m").to("AWARENESS", 0));
                sink.take(AMove.of("2").in("m").from("AWARENESS", "DECISION", 10));
                sink.take(AMove.of("3").in("m").reaching("DECISION", "PURCHASE", 25));
            }
        });

        // then
        assertThat(BatchGraph.of(Trace.readCsv(file)).edges())
                .isEqualTo(Map.of(
                        new Edge("", "AWARENESS"), new Flow(1, List.of()),
                        new Edge("AWARENESS", "DECISION"), new Flow(1, List.of(10L)),
                        new Edge("DECISION", "PURCHASE"), new Flow(1, List.of(15L)),
                        new Edge("PURCHASE", ""), new Flow(1, List.of())));
    }
}
