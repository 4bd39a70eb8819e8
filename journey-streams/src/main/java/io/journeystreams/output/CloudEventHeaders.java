package io.journeystreams.output;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Attributes of CloudEvents 1.0 in the binary mode of its Kafka binding (rule O4). All are functions of the output, so that
 * a replay repeats them.
 */
final class CloudEventHeaders {

    private static final byte[] SPEC_VERSION = utf8("1.0");
    private static final byte[] CONTENT_TYPE = utf8("application/avro");
    private static final String TYPE_PREFIX = "io.journeystreams.";

    private CloudEventHeaders() {}

    /**
     * @param id unique among the outputs of the source
     * @param type what happened, for example {@code session.closed}
     * @param subject profile key
     */
    static Headers of(Publisher publisher, String id, String type, String subject, long emittedAtMs) {
        Headers headers = new RecordHeaders();
        headers.add("ce_specversion", SPEC_VERSION);
        add(headers, "ce_id", id);
        add(headers, "ce_source", "/journey-streams/" + publisher.tenant());
        add(headers, "ce_type", TYPE_PREFIX + type);
        add(headers, "ce_time", Instant.ofEpochMilli(emittedAtMs).toString());
        add(headers, "ce_subject", subject);
        headers.add("content-type", CONTENT_TYPE);
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, utf8(value));
    }

    private static byte[] utf8(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
