package io.journeystreams.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystreams.domain.churn.Cdnow;
import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.engine.EnginePolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is published, and when, is what it would have been live. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BacktestTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aCartLeftAloneIsAbandonedAtItsDeadlineAndToldWhenItWouldHaveBeen() {
        // when
        BacktestRun run = Mugs.run(directory, Mugs.ADDED);

        // then
        JsonNode alert = Mugs.only(run.records("abandonment.ndjson"));
        assertThat(alert.get("state").asText()).isEqualTo("ABANDONED");
        assertThat(alert.get("deadline").asText()).isEqualTo("2026-03-01T11:00:00.000Z");
        assertThat(alert.get("emittedAt").asText()).isEqualTo("2026-03-01T11:02:00.000Z");
        assertThat(alert.get("actionable").asBoolean()).isTrue();
        assertThat(alert.get("total").asText()).isEqualTo("25.00");
        assertThat(alert.at("/lines/0/unitPrice").asText()).isEqualTo("12.50");
        assertThat(run.records("abandonment-actions.ndjson")).containsExactly(alert);
    }

    @Test
    void silenceFiresAsItWouldHaveLive() {
        // given
        String purchase = Mugs.order("2026-03-01T12:00:00Z");

        // when
        BacktestRun run = Mugs.run(directory, Mugs.ADDED, purchase);

        // then
        assertThat(states(run, "abandonment.ndjson")).containsExactly("ABANDONED true", "RECOVERED false");
        assertThat(states(run, "abandonment-actions.ndjson")).containsExactly("ABANDONED true", "RECOVERED false");
    }

    /** Rule T7: the cart is remembered for longer than the events that made it. */
    @Test
    void anAlertThatIsOverIsNotPublishedAnewWhenItsEventsAreSettled() {
        // given
        String purchase = Mugs.order("2026-03-01T12:00:00Z");
        String later = Mugs.ADDED.replace("e1", "e2").replace("product_added", "page_viewed");

        // when
        BacktestRun run = Mugs.run(
                directory,
                Mugs.ADDED,
                purchase,
                later.replace("03-01T10", "03-04T13"),
                later.replace("e2", "e3").replace("03-01T10", "03-04T14"));

        // then
        assertThat(states(run, "abandonment.ndjson")).containsExactly("ABANDONED true", "RECOVERED false");
    }

    @Test
    void aPurchaseInTimeLeavesNothing() {
        // when
        BacktestRun run = Mugs.run(directory, Mugs.ADDED, Mugs.order("2026-03-01T10:20:00Z"));

        // then
        assertThat(run.records("abandonment.ndjson")).isEmpty();
    }

    @Test
    void whatIsTakenInAllAtOnceIsStale() {
        // given
        BacktestRequest request = new BacktestRequest(
                EnginePolicy.defaults(),
                List.of(EventFile.of(BacktestRun.file(directory, "events.ndjson", Mugs.ADDED))),
                directory.resolve("out"),
                Until.usual(),
                new IntakeTime.AllAt(Instant.parse("2026-06-01T00:00:00Z").toEpochMilli()));

        // when
        BacktestRun run = BacktestRun.of(request);

        // then
        JsonNode alert = Mugs.only(run.records("abandonment.ndjson"));
        assertThat(alert.get("reason").asText()).isEqualTo("STALE");
        assertThat(alert.get("emittedAt").asText()).isEqualTo("2026-06-01T00:00:00.000Z");
        assertThat(run.records("abandonment-actions.ndjson")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01T10:59:59.999Z, 0", "2026-03-01T11:00:00Z, 1"})
    void theClockStopsWhereItIsTold(Instant until, int alerts) {
        // given
        BacktestRequest request = new BacktestRequest(
                EnginePolicy.defaults(),
                List.of(EventFile.of(BacktestRun.file(directory, "events.ndjson", Mugs.ADDED))),
                directory.resolve("out"),
                new Until.Time(until.toEpochMilli()),
                new IntakeTime.AsLive());

        // when
        BacktestRun run = BacktestRun.of(request);

        // then
        assertThat(run.records("abandonment.ndjson")).hasSize(alerts);
    }

    @Test
    void churnRiskHasAFileAndSoHasWhatBecameOfIt() {
        // given
        EnginePolicy usual = EnginePolicy.defaults();
        EnginePolicy policy = usual.with(
                usual.course().with(usual.course().churn().with(Cdnow.MODEL).withSample(0)));
        BacktestRequest request = new BacktestRequest(
                policy,
                List.of(EventFile.of(BacktestRun.file(directory, "events.ndjson", Mugs.order("2026-03-01T12:00:00Z")))),
                directory.resolve("out"),
                new Until.After(Duration.ofDays(160)),
                new IntakeTime.AsLive());

        // when
        BacktestRun run = BacktestRun.of(request);

        // then
        JsonNode alert = Mugs.only(run.records("churn-risk.ndjson"));
        assertThat(alert.get("state").asText()).isEqualTo("FIRING");
        assertThat(alert.get("T").asDouble()).isCloseTo(10.04 + 1.0 / 7, within(0.005));
        JsonNode settlement = Mugs.only(run.records("churn-settlements.ndjson"));
        assertThat(settlement.get("alertId")).isEqualTo(alert.get("alertId"));
        assertThat(settlement.get("risk")).isEqualTo(alert.get("risk"));
        assertThat(settlement.get("left").asBoolean()).isTrue();
        assertThat(run.summary().course().churn()).isEqualTo(Map.of(ChurnOutput.State.FIRING, 1L));
        assertThat(run.summary().course().settlements()).isEqualTo(Map.of("firing left", 1L));
    }

    private static List<String> states(BacktestRun run, String file) {
        return run.records(file).stream()
                .map(record -> record.get("state").asText() + " "
                        + record.get("actionable").asText())
                .toList();
    }
}
