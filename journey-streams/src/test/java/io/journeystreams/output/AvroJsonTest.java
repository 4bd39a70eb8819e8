package io.journeystreams.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.OpenCart;
import io.journeystreams.contracts.Watermark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvroJsonTest {

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void timesHaveMillisecondsAndEveryFieldIsThere() {
        // given
        OpenCart cart = new OpenCart(null, TIME, List.of());

        // then
        assertThat(written(cart))
                .isEqualTo("{\"cartId\":null,\"changedAt\":\"2026-03-01T10:00:00.000Z\",\"lines\":[]}");
    }

    @ParameterizedTest
    @CsvSource({"12.5000, EUR, 12.50", "12.3456, EUR, 12.3456", "1200.0000, JPY, 1200", "1.5000, BHD, 1.500"})
    void moneyHasThePlacesOfItsCurrency(BigDecimal amount, String currency, String expected) {
        // given
        Line line = line(amount, currency);

        // then
        assertThat(written(line)).contains("\"unitPrice\":\"" + expected + "\",\"currency\":\"" + currency + "\"");
    }

    @Test
    void aGenericRecordIsWrittenAsTheGeneratedOneIs() throws IOException {
        // given
        ClickstreamEvent event = ClickstreamEvent.newBuilder()
                .setEventId("e1")
                .setType("product_added")
                .setOccurredAt(TIME)
                .setLines(List.of(line(new BigDecimal("-12.5000"), "EUR")))
                .setTotal(new BigDecimal("25.0000"))
                .setCurrency("EUR")
                .setAttributes(Map.of("colour", "rouge \u00e9"))
                .build();

        // when
        String generic = written(generic(event));

        // then
        assertThat(generic)
                .isEqualTo(written(event))
                .contains("\"total\":\"25.00\"", "\"unitPrice\":\"-12.50\"", "{\"colour\":\"rouge \u00e9\"}");
    }

    @Test
    void aRecordWithoutMoneyOrNullsIsWrittenToo() {
        assertThat(written(new Watermark("clickstream.events-0", 2, TIME, true)))
                .isEqualTo("{\"source\":\"clickstream.events-0\",\"sources\":2,\"time\":\"2026-03-01T10:00:00.000Z\","
                        + "\"caughtUp\":true}");
    }

    private static Line line(BigDecimal price, String currency) {
        return Line.newBuilder()
                .setProductId("p1")
                .setUnitPrice(price)
                .setCurrency(currency)
                .build();
    }

    private static String written(IndexedRecord record) {
        return new String(AvroJson.write(record), StandardCharsets.UTF_8);
    }

    private static GenericRecord generic(ClickstreamEvent event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<>(ClickstreamEvent.class).write(event, encoder);
        encoder.flush();
        return new GenericDatumReader<GenericRecord>(ClickstreamEvent.getClassSchema())
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    }
}
