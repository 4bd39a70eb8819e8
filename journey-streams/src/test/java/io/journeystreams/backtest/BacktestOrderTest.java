package io.journeystreams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.engine.EnginePolicy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several files are one input, read in the order of arrival. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BacktestOrderTest {

    @TempDir
    private Path directory = Path.of("");

    /** The CRM's purchase was ingested in time and stands in another file. */
    @Test
    void filesAreReadAsOneInputInTheOrderOfArrival() {
        // given
        Path clickstream = BacktestRun.file(directory, "clickstream.ndjson", Mugs.ADDED);
        Path crm = BacktestRun.file(
                directory, "crm.ndjson", Mugs.order("2026-03-01T10:20:00Z").replace("clickstream", "crm"));

        // when
        BacktestRun run = BacktestRun.of(directory, clickstream, crm);

        // then
        assertThat(run.records("abandonment.ndjson")).isEmpty();
        assertThat(run.summary().events()).isEqualTo(2);
    }

    /** Rule T4: all is there already, and a source is read to its end before the clock passes its last event. */
    @Test
    void aSourceThatHasMoreToReadHoldsTheClockBack() {
        // given
        String later = Mugs.ADDED.replace("e1", "e2").replace("ann", "bob").replace("10:00:00", "18:00:00");
        String purchase = Mugs.order("2026-03-01T10:20:00Z")
                .replace("clickstream", "crm")
                .replace("\"customerId\"", "\"recordTimestamp\":\"2026-03-01T19:00:00Z\",\"customerId\"");
        BacktestRequest request = new BacktestRequest(
                EnginePolicy.defaults(),
                List.of(
                        EventFile.of(BacktestRun.file(directory, "clicks.ndjson", Mugs.ADDED + "\n" + later)),
                        EventFile.of(BacktestRun.file(directory, "crm.ndjson", purchase))),
                directory.resolve("out"),
                new Until.End(),
                new IntakeTime.AllAt(Instant.parse("2026-03-01T20:00:00Z").toEpochMilli()));

        // when
        BacktestRun run = BacktestRun.of(request);

        // then
        assertThat(run.records("abandonment.ndjson")).isEmpty();
    }

    @Test
    void aFileThatIsNotInTheOrderOfArrivalIsSorted() {
        // given
        String first =
                Mugs.ADDED.replace("\"customerId\"", "\"recordTimestamp\":\"2026-03-01T10:00:00Z\",\"customerId\"");
        String second = Mugs.order("2026-03-01T10:30:00Z")
                .replace("\"customerId\"", "\"recordTimestamp\":\"2026-03-01T10:30:00Z\",\"customerId\"");

        // when
        BacktestRun run = Mugs.run(directory, second, first);

        // then
        assertThat(run.records("abandonment.ndjson")).isEmpty();
        assertThat(run.records("profiles.ndjson").get(0).get("orders").asInt()).isZero();
    }
}
