package io.journeystreams.output;

import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * A record that is ready to be sent; key, value, timestamp and headers are functions of the journal alone. Without a value it
 * is a tombstone.
 */
public record Published(OutputTopic topic, Record<byte[], byte @Nullable []> record) {

    public boolean isTombstone() {
        return record.value() == null;
    }

    /** Bytes of key and value. */
    public int size() {
        byte[] value = record.value();
        return record.key().length + (value == null ? 0 : value.length);
    }
}
