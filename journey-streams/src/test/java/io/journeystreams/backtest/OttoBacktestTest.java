package io.journeystreams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.time.ClockPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty real visitors of a shop. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class OttoBacktestTest {

    private static final Path EXPECTED = Path.of("src", "test", "resources", "data", "otto", "expected-results.txt");

    private static final List<String> FILES = List.of(
            "sessions.ndjson",
            "stage-transitions.ndjson",
            "moments.ndjson",
            "friction.ndjson",
            "churn-risk.ndjson",
            "churn-settlements.ndjson",
            "abandonment.ndjson",
            "abandonment-actions.ndjson",
            "profiles.ndjson",
            "dead-letters.ndjson");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void resultsAreThoseThatWereLookedAt() throws IOException {
        // when
        String results = DescribedResults.of(BacktestRun.of(directory, TestData.OTTO));

        // then
        DescribedResults.assertAsExpected(results, EXPECTED);
    }

    @Test
    void noRevisionIsPublishedTwice() {
        // when
        BacktestRun run = BacktestRun.of(directory, TestData.OTTO);

        // then
        assertThat(run.records("abandonment.ndjson"))
                .extracting(alert -> alert.get("alertId").asText() + "." + alert.get("revision"))
                .doesNotHaveDuplicates();
        assertThat(run.records("sessions.ndjson"))
                .extracting(session -> session.get("sessionId").asText() + "." + session.get("revision"))
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameFileGivesTheSameBytes() {
        // when
        BacktestRun first = BacktestRun.of(directory.resolve("first"), TestData.OTTO);
        BacktestRun second = BacktestRun.of(directory.resolve("second"), TestData.OTTO);

        // then
        for (String file : FILES) {
            assertThat(second.text(file)).as(file).isEqualTo(first.text(file));
        }
    }

    @Test
    void aFileThatWasSplitGivesTheSameBytes() throws IOException {
        // given
        List<String> lines = Files.readAllLines(TestData.OTTO);
        StringBuilder even = new StringBuilder();
        StringBuilder odd = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            (i % 2 == 0 ? even : odd).append(lines.get(i)).append('\n');
        }

        // when
        BacktestRun whole = BacktestRun.of(directory.resolve("whole"), TestData.OTTO);
        BacktestRun split = BacktestRun.of(
                directory.resolve("split"),
                BacktestRun.file(directory, "even.ndjson", even.toString()),
                BacktestRun.file(directory, "odd.ndjson", odd.toString()));

        // then
        assertThat(withoutPositions(split.records("abandonment.ndjson")))
                .isEqualTo(withoutPositions(whole.records("abandonment.ndjson")));
        assertThat(sorted(split.text("sessions.ndjson"))).isEqualTo(sorted(whole.text("sessions.ndjson")));
    }

    /** Rule T10: with a grace of two months the clock passes nothing while the events come in. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfArrivalDoesNotMatterBeforeTheClockHasPassed(long seed) throws IOException {
        // given
        List<String> shuffled = new ArrayList<>(Files.readAllLines(TestData.OTTO));
        Collections.shuffle(shuffled, new Random(seed));

        // when
        BacktestRun ordered = patientRun("ordered", Files.readAllLines(TestData.OTTO));
        BacktestRun mixed = patientRun("mixed", shuffled);

        // then
        assertThat(contentOf(mixed.finalSessions(), "revision", "sessionId", "state"))
                .as("seed %s", seed)
                .isEqualTo(contentOf(ordered.finalSessions(), "revision", "sessionId", "state"));
        assertThat(contentOf(mixed.records("abandonment.ndjson"), "sessionId"))
                .as("seed %s", seed)
                .isEqualTo(contentOf(ordered.records("abandonment.ndjson"), "sessionId"));
    }

    private BacktestRun patientRun(String name, List<String> lines) {
        EnginePolicy usual = EnginePolicy.defaults();
        ClockPolicy clock = new ClockPolicy(
                Duration.ofDays(60), usual.clock().idleAfter(), Duration.ofMinutes(5), Duration.ofDays(61));
        return BacktestRun.of(new BacktestRequest(
                usual.with(clock),
                List.of(EventFile.of(BacktestRun.file(directory, name + ".ndjson", String.join("\n", lines)))),
                directory.resolve(name),
                new Until.After(Duration.ofDays(100)),
                new IntakeTime.AsLive()));
    }

    /** Without the times of emission, which say when something became known, and without what differs by design. */
    private static List<String> contentOf(List<JsonNode> records, String... ignored) {
        Set<String> left = new HashSet<>(Set.of(ignored));
        left.add("emittedAt");
        return withoutPositions(records).stream()
                .map(record -> ((ObjectNode) record).remove(left).toString())
                .sorted()
                .toList();
    }

    private static List<JsonNode> withoutPositions(List<JsonNode> records) {
        records.forEach(
                record -> record.path("evidence").forEach(evidence -> ((ObjectNode) evidence).remove("position")));
        return records;
    }

    private static List<String> sorted(String lines) {
        return lines.lines().sorted().toList();
    }
}
