package io.journeystreams.output;

import io.journeystreams.domain.event.TraceParent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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

    /** The same, with the trace of the event that caused it, if that is known: consumers go on with it. */
    Published causedIn(Optional<TraceParent> trace) {
        trace.ifPresent(
                cause -> record.headers().add(TraceParent.NAME, cause.value().getBytes(StandardCharsets.US_ASCII)));
        return this;
    }

    /** Bytes of key and value. */
    public int size() {
        byte[] value = record.value();
        return record.key().length + (value == null ? 0 : value.length);
    }
}
