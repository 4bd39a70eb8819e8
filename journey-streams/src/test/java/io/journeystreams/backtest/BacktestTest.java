package io.journeystreams.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.domain.engine.EnginePolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BacktestTest {

    private static final String MUG = """
            {"eventId":"e1","type":"product_added","occurredAt":"2026-03-01T10:00:00Z","source":"clickstream",\
            "customerId":"ann","device":"web","channel":"email",\
            "lines":[{"productId":"p1","name":"Mug","quantity":2,"unitPrice":"12.50","currency":"EUR"}]}""";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aCartLeftAloneIsAbandonedAtItsDeadlineAndToldWhenItWouldHaveBeen() {
        // when
        BacktestRun run = run(MUG);

        // then
        JsonNode alert = only(run.records("abandonment.ndjson"));
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
        String purchase = order("2026-03-01T12:00:00Z");

        // when
        BacktestRun run = run(MUG, purchase);

        // then
        assertThat(states(run, "abandonment.ndjson")).containsExactly("ABANDONED true", "RECOVERED false");
        assertThat(states(run, "abandonment-actions.ndjson")).containsExactly("ABANDONED true", "RECOVERED false");
    }

    /** Rule T7: the cart is remembered for longer than the events that made it. */
    @Test
    void anAlertThatIsOverIsNotPublishedAnewWhenItsEventsAreSettled() {
        // given
        String purchase = order("2026-03-01T12:00:00Z");
        String later = MUG.replace("e1", "e2").replace("product_added", "page_viewed");

        // when
        BacktestRun run = run(
                MUG,
                purchase,
                later.replace("03-01T10", "03-04T13"),
                later.replace("e2", "e3").replace("03-01T10", "03-04T14"));

        // then
        assertThat(states(run, "abandonment.ndjson")).containsExactly("ABANDONED true", "RECOVERED false");
    }

    @Test
    void aPurchaseInTimeLeavesNothing() {
        // when
        BacktestRun run = run(MUG, order("2026-03-01T10:20:00Z"));

        // then
        assertThat(run.records("abandonment.ndjson")).isEmpty();
    }

    @Test
    void whatIsTakenInAllAtOnceIsStale() {
        // given
        BacktestRequest request = new BacktestRequest(
                EnginePolicy.defaults(),
                List.of(EventFile.of(BacktestRun.file(directory, "events.ndjson", MUG))),
                directory.resolve("out"),
                Until.usual(),
                new IntakeTime.AllAt(Instant.parse("2026-06-01T00:00:00Z").toEpochMilli()));

        // when
        BacktestRun run = BacktestRun.of(request);

        // then
        JsonNode alert = only(run.records("abandonment.ndjson"));
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
                List.of(EventFile.of(BacktestRun.file(directory, "events.ndjson", MUG))),
                directory.resolve("out"),
                new Until.Time(until.toEpochMilli()),
                new IntakeTime.AsLive());

        // when
        BacktestRun run = BacktestRun.of(request);

        // then
        assertThat(run.records("abandonment.ndjson")).hasSize(alerts);
    }

    /** The CRM's purchase was ingested in time and stands in another file. */
    @Test
    void filesAreReadAsOneInputInTheOrderOfArrival() {
        // given
        Path clickstream = BacktestRun.file(directory, "clickstream.ndjson", MUG);
        Path crm = BacktestRun.file(
                directory, "crm.ndjson", order("2026-03-01T10:20:00Z").replace("clickstream", "crm"));

        // when
        BacktestRun run = BacktestRun.of(directory, clickstream, crm);

        // then
        assertThat(run.records("abandonment.ndjson")).isEmpty();
        assertThat(run.summary().eventCount()).isEqualTo(2);
    }

    /** Rule T4: all is there already, and a source is read to its end before the clock passes its last event. */
    @Test
    void aSourceThatHasMoreToReadHoldsTheClockBack() {
        // given
        String later = MUG.replace("e1", "e2").replace("ann", "bob").replace("10:00:00", "18:00:00");
        String purchase = order("2026-03-01T10:20:00Z")
                .replace("clickstream", "crm")
                .replace("\"customerId\"", "\"recordTimestamp\":\"2026-03-01T19:00:00Z\",\"customerId\"");
        BacktestRequest request = new BacktestRequest(
                EnginePolicy.defaults(),
                List.of(
                        EventFile.of(BacktestRun.file(directory, "clicks.ndjson", MUG + "\n" + later)),
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
        String first = MUG.replace("\"customerId\"", "\"recordTimestamp\":\"2026-03-01T10:00:00Z\",\"customerId\"");
        String second = order("2026-03-01T10:30:00Z")
                .replace("\"customerId\"", "\"recordTimestamp\":\"2026-03-01T10:30:00Z\",\"customerId\"");

        // when
        BacktestRun run = run(second, first);

        // then
        assertThat(run.records("abandonment.ndjson")).isEmpty();
        assertThat(run.records("profiles.ndjson").get(0).get("orders").asInt()).isZero();
    }

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
        BacktestRun run = run(bad, "", MUG);

        // then
        JsonNode letter = only(run.records("dead-letters.ndjson"));
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
        BacktestRun run = run(MUG.replace("12.50", "1e-999999999"), "");

        // then
        assertThat(only(run.records("dead-letters.ndjson")).get("message").asText())
                .isEqualTo("lines[0]: amount must have at most 30 places");
    }

    @Test
    void whatIntakeRefusesIsADeadLetterToo() {
        // given
        String nobody =
                order("2026-03-01T10:20:00Z").replace("clickstream", "crm").replace("\"ann\"", "null");

        // when
        BacktestRun run = run(MUG, nobody);

        // then
        JsonNode letter = only(run.records("dead-letters.ndjson"));
        assertThat(letter.get("reason").asText()).isEqualTo("MISSING_CUSTOMER");
        assertThat(letter.get("line").asInt()).isEqualTo(2);
    }

    @Test
    void compressedFilesSayTheSame() throws IOException {
        // given
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(MUG.getBytes(StandardCharsets.UTF_8));
        }
        Path compressed = Files.write(directory.resolve("events.ndjson.gz"), bytes.toByteArray());

        // then
        assertThat(alertOf(compressed)).isEqualTo(alertOf(BacktestRun.file(directory, "plain.ndjson", MUG)));
    }

    @Test
    void commaSeparatedValuesSayTheSame() {
        // given
        Path csv = BacktestRun.file(directory, "events.csv", """
                eventId,type,occurredAt,source,anonymousId,customerId,device,channel,lines
                e1,product_added,2026-03-01T10:00:00Z,clickstream,,ann,web,email,\
                "[{""productId"":""p1"",""name"":""Mug"",""quantity"":2,""unitPrice"":""12.50"",""currency"":""EUR""}]"
                """);

        // then
        assertThat(alertOf(csv)).isEqualTo(alertOf(BacktestRun.file(directory, "plain.ndjson", MUG)));
    }

    @Test
    void aBadRowOfCommaSeparatedValuesIsADeadLetterAndTheRestGoesOn() {
        // given
        Path csv = BacktestRun.file(directory, "events.csv", """
                eventId,type,occurredAt,source,customerId,lines
                e1,page_viewed,2026-03-01T10:00:00Z,clickstream
                e2,page_viewed,2026-03-01T10:00:00Z,clickstream,ann,[{
                e3,page_viewed,2026-03-01T10:00:00Z,clickstream,ann,
                """);

        // when
        BacktestRun run = BacktestRun.of(directory, csv);

        // then
        assertThat(run.records("dead-letters.ndjson"))
                .extracting(letter ->
                        letter.get("line").asInt() + " " + letter.get("reason").asText())
                .containsExactly("2 UNREADABLE", "3 UNREADABLE");
        assertThat(run.summary().eventCount()).isEqualTo(1);
    }

    @Test
    void aColumnThatIsNotKnownIsRefused() {
        // given
        Path csv = BacktestRun.file(directory, "events.csv", "eventId,typ\n");

        // then
        assertThatThrownBy(() -> BacktestRun.of(directory, csv))
                .hasMessageContaining("line 1: the field \"typ\" is not known; did you mean \"type\"?");
    }

    @Test
    void avroFilesSayTheSame() throws IOException {
        // given
        Line mug = Line.newBuilder()
                .setProductId("p1")
                .setName("Mug")
                .setQuantity(2)
                .setUnitPrice(new BigDecimal("12.5000"))
                .setCurrency("EUR")
                .build();
        ClickstreamEvent event = ClickstreamEvent.newBuilder()
                .setEventId("e1")
                .setType("product_added")
                .setOccurredAt(Instant.parse("2026-03-01T10:00:00Z"))
                .setCustomerId("ann")
                .setDevice("web")
                .setChannel("email")
                .setLines(List.of(mug))
                .build();
        Path avro = directory.resolve("events.avro");
        try (DataFileWriter<ClickstreamEvent> writer =
                new DataFileWriter<>(new SpecificDatumWriter<>(ClickstreamEvent.class))) {
            writer.create(ClickstreamEvent.getClassSchema(), avro.toFile());
            writer.append(event);
        }

        // then
        assertThat(alertOf(avro)).isEqualTo(alertOf(BacktestRun.file(directory, "plain.ndjson", MUG)));
    }

    @Test
    void aFileOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> EventFile.of(Path.of("events.parquet")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("events.parquet");
    }

    @Test
    void anEmptyFileGivesEmptyResults() {
        // when
        BacktestRun run = run("");

        // then
        assertThat(run.text("sessions.ndjson")).isEmpty();
        assertThat(run.text("dead-letters.ndjson")).isEmpty();
    }

    private BacktestRun run(String... lines) {
        return BacktestRun.of(directory, EnginePolicy.defaults(), List.of(lines));
    }

    /** The alert without its evidence, which names the file and the line. */
    private String alertOf(Path file) {
        ObjectNode alert = (ObjectNode) only(BacktestRun.of(directory, file).records("abandonment.ndjson"));
        return alert.without("evidence").toString();
    }

    private static String order(String occurredAt) {
        return """
        {"eventId":"o1","type":"order_placed","occurredAt":"%s","source":"clickstream","customerId":"ann","orderId":"1",\
        "lines":[{"productId":"p1"}]}""".formatted(occurredAt);
    }

    private static List<String> states(BacktestRun run, String file) {
        return run.records(file).stream()
                .map(record -> record.get("state").asText() + " "
                        + record.get("actionable").asText())
                .toList();
    }

    private static JsonNode only(List<JsonNode> records) {
        assertThat(records).hasSize(1);
        return records.get(0);
    }
}
