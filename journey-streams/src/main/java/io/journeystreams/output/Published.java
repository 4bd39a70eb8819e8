package io.journeystreams.output;

import org.apache.kafka.streams.processor.api.Record;

/** A record that is ready to be sent; key, value, timestamp and headers are functions of the journal alone. */
public record Published(OutputTopic topic, Record<byte[], byte[]> record) {

    /** Bytes of key and value. */
    public int size() {
        return record.key().length + record.value().length;
    }
}
