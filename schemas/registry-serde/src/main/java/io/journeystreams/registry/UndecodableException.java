package io.journeystreams.registry;

import io.journeystreams.registry.Decoded.Undecodable;
import org.apache.kafka.common.errors.SerializationException;

/** Thrown by {@link AvroDeserializer} for bytes that will never decode: bad data, whatever the registry does later. */
public final class UndecodableException extends SerializationException {

    private final UndecodableReason reason;

    UndecodableException(Undecodable<?> undecodable) {
        super(undecodable.reason() + ": " + undecodable.message());
        this.reason = undecodable.reason();
    }

    public UndecodableReason reason() {
        return reason;
    }
}
