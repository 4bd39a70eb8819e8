package io.journeystreams.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The attributes of a record, read as the Kafka binding of CloudEvents 1.0 says in binary mode: section 3.2 of its text, with the
 * attributes of sections 3.1 and 3.2 of the core.
 */
record CloudEvent(Map<String, String> headers) {

    private static final String PREFIX = "ce_";

    static CloudEvent of(TestRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            assertThat(headers.put(header.key(), utf8(header.value())))
                    .as("%s stands there once", header.key())
                    .isNull();
        }
        return new CloudEvent(headers);
    }

    String attribute(String name) {
        return headers.getOrDefault(PREFIX + name, "");
    }

    /** What the binding asks of every event. */
    void mustConform() {
        headers.keySet().stream().filter(name -> !name.equals("content-type")).forEach(name -> assertThat(name)
                .matches("ce_[a-z0-9]{1,20}"));
        assertThat(attribute("specversion")).isEqualTo("1.0");
        assertThat(attribute("id")).isNotEmpty();
        assertThat(attribute("type")).matches("io\\.journeystreams\\.[a-z-]+\\.[a-z]+");
        assertThat(attribute("subject")).isNotEmpty();
        assertThat(URI.create(attribute("source")).getPath()).isNotEmpty();
        assertThat(OffsetDateTime.parse(attribute("time"))).isNotNull();
        assertThat(headers.get("content-type"))
                .as("of the data, so it is no event in structured mode")
                .isEqualTo("application/avro");
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("a header is no UTF-8", e);
        }
    }
}
