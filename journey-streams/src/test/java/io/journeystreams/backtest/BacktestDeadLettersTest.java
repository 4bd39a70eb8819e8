package io.journeystreams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be used is told with its place and its reason, and the rest goes on. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BacktestDeadLettersTest {

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"eventId\":\"x\"                        | UNREADABLE       | not a JSON object",
                "[]                                        | INVALID_VALUE    | a JSON object is expected",
                "{\"ocurredAt\":\"2026-03-01T10:00:00Z\"}  | INVALID_VALUE    | did you mean \"occurredAt\"?",
                "{\"colour\":\"red\"}                      | INVALID_VALUE    | belongs into \"attributes\"",
                "{\"type\":\"t\",\"source\":\"crm\",\"occurredAt\":\"2026-03-01T10:00:00Z\"} | MISSING_EVENT_ID | eventId",
                "{\"eventId\":\"x\",\"type\":\"t\",\"source\":\"crm\"}  | MISSING_TIME | occurredAt is missing",
                "{\"occurredAt\":\"yesterday\"}            | INVALID_VALUE    | occurredAt: must be a time such as",
                "{\"eventId\":7}                           | INVALID_VALUE    | eventId: must be a text",
                "{\"source\":\"shop\"}                     | INVALID_VALUE    | source: must be clickstream or crm",
                "{\"lines\":[{\"quantity\":1}]}            | INVALID_VALUE    | lines: every line needs a productId",
                "{\"lines\":[{\"quantity\":1.5}]}          | INVALID_VALUE    | lines: quantity: must be a whole number",
                "{\"lines\":[{\"unitPrice\":\"12,50\"}]}   | INVALID_VALUE    | lines: unitPrice: must be a decimal",
                "{\"page\":{\"adress\":\"x\"}}             | INVALID_VALUE    | page: the field \"adress\" is not known",
                "{\"attributes\":{\"a\":{}}}               | INVALID_VALUE    | attributes: must be a single value",
            })
    void aBadLineIsADeadLetterAndTheRestGoesOn(String bad, String reason, String message) {
        // when
        BacktestRun run = Mugs.run(directory, bad, "", Mugs.ADDED);

        // then
        JsonNode letter = Mugs.only(run.records("dead-letters.ndjson"));
        assertThat(letter.get("file").asText()).isEqualTo("events.ndjson");
        assertThat(letter.get("line").asInt()).isEqualTo(1);
        assertThat(letter.get("reason").asText()).isEqualTo(reason);
        assertThat(letter.get("message").asText()).contains(message);
        assertThat(letter.get("record").asText()).isEqualTo(bad);
        assertThat(run.summary().deadLetterCount()).isEqualTo(1);
        assertThat(run.records("abandonment.ndjson")).hasSize(1);
    }

    @Test
    void anAmountThatWouldTakeForeverToRoundIsADeadLetter() {
        // when
        BacktestRun run = Mugs.run(directory, Mugs.ADDED.replace("12.50", "1e-999999999"), "");

        // then
        assertThat(Mugs.only(run.records("dead-letters.ndjson")).get("message").asText())
                .isEqualTo("lines[0]: amount must have at most 30 places");
    }

    @Test
    void whatIntakeRefusesIsADeadLetterToo() {
        // given
        String nobody =
                Mugs.order("2026-03-01T10:20:00Z").replace("clickstream", "crm").replace("\"ann\"", "null");

        // when
        BacktestRun run = Mugs.run(directory, Mugs.ADDED, nobody);

        // then
        JsonNode letter = Mugs.only(run.records("dead-letters.ndjson"));
        assertThat(letter.get("reason").asText()).isEqualTo("MISSING_CUSTOMER");
        assertThat(letter.get("line").asInt()).isEqualTo(2);
    }
}
