package io.journeystreams.letters;

import io.journeystreams.topology.JournalPartitioner;
import io.journeystreams.topology.LetterHeaders;
import io.journeystreams.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record that was not taken in, with what its headers say of it. What they do not say is empty, or -1. */
public final class DeadLetter {

    private static final long UNKNOWN = -1;

    private final ConsumerRecord<byte[], byte[]> record;

    DeadLetter(ConsumerRecord<byte[], byte[]> record) {
        this.record = record;
    }

    public LetterPosition position() {
        return new LetterPosition(record.partition(), record.offset());
    }

    /** When it became a dead letter, epoch milliseconds. */
    public long atMs() {
        return record.timestamp();
    }

    public String reason() {
        return text(LetterHeaders.REASON).orElse("");
    }

    /** What is wrong, without values of the payload. */
    public String message() {
        return text(LetterHeaders.MESSAGE).orElse("");
    }

    public String sourceTopic() {
        return text(LetterHeaders.TOPIC).orElse("");
    }

    public int sourcePartition() {
        return (int) number(LetterHeaders.PARTITION);
    }

    /** -1 of what was no record, but a profile whose deadline could not be fired. */
    public long sourceOffset() {
        return number(LetterHeaders.OFFSET);
    }

    /** Of the original record, epoch milliseconds. */
    public long originalAtMs() {
        return number(LetterHeaders.TIMESTAMP);
    }

    /** How often it has been redriven before it came here again. */
    public int redrives() {
        return (int) Math.max(0, number(LetterHeaders.REDRIVES));
    }

    /** Bytes of key and value. */
    public int size() {
        return length(record.key()) + length(record.value());
    }

    /** The original key, value and headers; personal data. */
    public ConsumerRecord<byte[], byte[]> record() {
        return record;
    }

    /** Why it cannot be put back; empty if it can. */
    public Optional<String> obstacle() {
        if (sourceTopic().isEmpty() || sourcePartition() < 0) {
            return Optional.of("it does not say where it came from");
        }
        if (sourceOffset() < 0) {
            return Optional.of("it is no record but a profile, which gets its next chance with its next event");
        }
        if (text(LetterHeaders.TRUNCATED_FROM).isPresent()) {
            return Optional.of("it was cut; the whole of it stands where it came from");
        }
        if (sourceTopic().equals(Topics.JOURNAL) && Arrays.equals(record.key(), JournalPartitioner.watermarkKey())) {
            return Optional.of("it is a watermark, and out of date");
        }
        return Optional.empty();
    }

    private Optional<String> text(String header) {
        // the last one is ours: whoever sent the record may have sent headers of the same name
        @Nullable Header last = record.headers().lastHeader(header);
        return last == null || last.value() == null
                ? Optional.empty()
                : Optional.of(new String(last.value(), StandardCharsets.UTF_8));
    }

    private long number(String header) {
        try {
            return text(header).map(Long::parseLong).orElse(UNKNOWN);
        } catch (NumberFormatException e) {
            return UNKNOWN;
        }
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
