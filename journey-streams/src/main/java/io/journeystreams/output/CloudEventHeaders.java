package io.journeystreams.output;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Attributes of CloudEvents 1.0 in the binary mode of its Kafka binding (rule O4). All are functions of the output, so that
 * a replay repeats them. For one thread.
 */
final class CloudEventHeaders {

    private static final byte[] SPEC_VERSION = utf8("1.0");
    private static final byte[] CONTENT_TYPE = utf8("application/avro");
    private static final String TYPE_PREFIX = "io.journeystreams.";

    private final byte[] source;
    private long lastTimeMs = Long.MIN_VALUE;
    private byte[] lastTime = {};

    CloudEventHeaders(Publisher publisher) {
        source = utf8(sourceOf(publisher.tenant()));
    }

    /**
     * @param id unique among the outputs of the source
     * @param type what happened, for example {@code session.closed}
     * @param subject profile key, UTF-8
     */
    Headers of(String id, String type, byte[] subject, long emittedAtMs) {
        return new RecordHeaders()
                .add("ce_specversion", SPEC_VERSION)
                .add("ce_id", utf8(id))
                .add("ce_source", source)
                .add("ce_type", utf8(TYPE_PREFIX + type))
                .add("ce_time", time(emittedAtMs))
                .add("ce_subject", subject)
                .add("content-type", CONTENT_TYPE);
    }

    /** A reference to a URI, as CloudEvents asks for: what a URI may not hold is written in percent. */
    private static String sourceOf(String tenant) {
        try {
            return new URI(null, null, "/journey-streams/" + tenant, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("no URI can be made of the tenant", impossible);
        }
    }

    /** All outputs of a decision have the same. */
    private byte[] time(long ms) {
        if (ms != lastTimeMs) {
            lastTime = utf8(Instant.ofEpochMilli(ms).toString());
            lastTimeMs = ms;
        }
        return lastTime;
    }

    private static byte[] utf8(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
