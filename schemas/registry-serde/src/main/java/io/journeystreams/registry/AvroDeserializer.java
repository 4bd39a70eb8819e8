package io.journeystreams.registry;

import io.journeystreams.registry.Decoded.Undecodable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * {@link AvroPayloadDecoder} as Kafka wants it. Null stays null. May be shared by threads, as Kafka Streams does.
 *
 * <p>Kafka Streams hands whatever a deserializer throws to the deserialization exception handler, an unreachable registry as
 * well. Where that handler skips or writes dead letters, read bytes and decode in a processor instead.
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<@Nullable T> {

    private final AvroPayloadDecoder<T> decoder;

    public AvroDeserializer(AvroPayloadDecoder<T> decoder) {
        this.decoder = decoder;
    }

    public AvroDeserializer(Class<T> type, WriterSchemas writerSchemas) {
        this(new AvroPayloadDecoder<>(type, writerSchemas));
    }

    /**
     * @throws UndecodableException bad data
     * @throws RegistryUnavailableException not bad data
     */
    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        Decoded<T> decoded = decoder.decode(bytes);
        if (decoded instanceof Undecodable<T> undecodable) {
            throw new UndecodableException(undecodable);
        }
        return ((Decoded.Value<T>) decoded).value();
    }
}
