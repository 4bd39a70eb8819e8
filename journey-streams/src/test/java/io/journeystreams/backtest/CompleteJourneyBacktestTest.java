package io.journeystreams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Forty real households at the tills of a grocer over a year: orders, campaigns and coupons, and no visit of a shop on the web. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CompleteJourneyBacktestTest {

    private static final Path EXPECTED =
            Path.of("src", "test", "resources", "data", "completejourney", "expected-results.txt");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void resultsAreThoseThatWereLookedAt() throws IOException {
        // when
        String results = DescribedResults.of(BacktestRun.of(directory, TestData.COMPLETE_JOURNEY));

        // then
        DescribedResults.assertAsExpected(results, EXPECTED);
    }

    /** Counted in the file, without our rules. */
    @Test
    void everyHouseholdHasTheOrdersThatStandInTheFile() {
        // given
        Map<String, Long> orders = TestData.read(TestData.COMPLETE_JOURNEY).stream()
                .filter(event -> event.get("type").asText().equals("order_placed"))
                .collect(Collectors.groupingBy(
                        event -> "c:" + event.get("customerId").asText(), Collectors.counting()));

        // when
        BacktestRun run = BacktestRun.of(directory, TestData.COMPLETE_JOURNEY);

        // then
        List<JsonNode> pictures = run.records("profiles.ndjson");
        assertThat(BacktestRun.latestBy("profile", pictures).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().get("orders").asLong())))
                .isEqualTo(orders);
        assertThat(run.records("sessions.ndjson")).isEmpty();
    }
}
