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
        add(headers, LetterHeaders.TOPIC, position.topic());
        add(headers, LetterHeaders.PARTITION, String.valueOf(position.partition()));
        add(headers, LetterHeaders.OFFSET, String.valueOf(position.offset()));
        add(headers, LetterHeaders.MESSAGE, message);
        add(headers, LetterHeaders.REASON, reason.name());
        add(headers, LetterHeaders.TIMESTAMP, String.valueOf(original.timestamp()));
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
        add(headers, LetterHeaders.TRUNCATED_FROM, String.valueOf(value.length));
        byte[] beginning = new byte[largestValue];
        System.arraycopy(value, 0, beginning, 0, largestValue);
        return beginning;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
