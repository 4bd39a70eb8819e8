package io.journeystreams.topology;

import io.journeystreams.intake.RejectionReason;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Builds dead letters (rule O3): the original key, value and headers, and headers of our own with where the record stands
 * and what is wrong with it, named as Kafka Streams names them (KIP-1034). The message never shows values of the payload.
 */
final class DeadLetters {

    static final String REASON = "journey.reason";

    /** Bytes of the original value, on a dead letter that could not hold all of it. */
    static final String TRUNCATED_FROM = "journey.truncated-from";

    private static final String TOPIC = "__streams.errors.topic";
    private static final String PARTITION = "__streams.errors.partition";
    private static final String OFFSET = "__streams.errors.offset";
    private static final String MESSAGE = "__streams.errors.message";

    /** Room for headers and the like in a record of the largest size. */
    private static final int OVERHEAD = 1_024;

    private final int largestValue;

    DeadLetters(RecordLimits limits) {
        this.largestValue = limits.output() - OVERHEAD;
    }

    /** @param original as read; its timestamp is kept */
    Record<byte[], byte[]> of(
            Record<byte[], byte[]> original, RecordMetadata position, RejectionReason reason, String message) {
        Headers headers = new RecordHeaders();
        original.headers().forEach(header -> copy(header, headers));
        add(headers, TOPIC, position.topic());
        add(headers, PARTITION, String.valueOf(position.partition()));
        add(headers, OFFSET, String.valueOf(position.offset()));
        add(headers, MESSAGE, message);
        add(headers, REASON, reason.name());
        return new Record<>(original.key(), fitting(original.value(), headers), original.timestamp(), headers);
    }

    private static void copy(Header header, Headers headers) {
        headers.add(header.key(), header.value());
    }

    /** A value too large to be written again is cut; the position says where the whole of it stands. */
    private byte @Nullable [] fitting(byte @Nullable [] value, Headers headers) {
        if (value == null || value.length <= largestValue) {
            return value;
        }
        add(headers, TRUNCATED_FROM, String.valueOf(value.length));
        byte[] beginning = new byte[largestValue];
        System.arraycopy(value, 0, beginning, 0, largestValue);
        return beginning;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
