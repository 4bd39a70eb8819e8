package io.journeystreams.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
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

/** The same events say the same in every kind of file. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BacktestFilesTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void compressedFilesSayTheSame() throws IOException {
        // given
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(Mugs.ADDED.getBytes(StandardCharsets.UTF_8));
        }
        Path compressed = Files.write(directory.resolve("events.ndjson.gz"), bytes.toByteArray());

        // then
        assertThat(Mugs.alertOf(directory, compressed))
                .isEqualTo(Mugs.alertOf(directory, BacktestRun.file(directory, "plain.ndjson", Mugs.ADDED)));
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
        assertThat(Mugs.alertOf(directory, csv))
                .isEqualTo(Mugs.alertOf(directory, BacktestRun.file(directory, "plain.ndjson", Mugs.ADDED)));
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
        assertThat(run.summary().events()).isEqualTo(1);
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
        assertThat(Mugs.alertOf(directory, avro))
                .isEqualTo(Mugs.alertOf(directory, BacktestRun.file(directory, "plain.ndjson", Mugs.ADDED)));
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
        BacktestRun run = Mugs.run(directory, "");

        // then
        assertThat(run.text("sessions.ndjson")).isEmpty();
        assertThat(run.text("dead-letters.ndjson")).isEmpty();
    }
}
