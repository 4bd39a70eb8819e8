package io.journeystreams.sink;

import io.journeystreams.registry.AvroPayloadDecoder;
import io.journeystreams.registry.Decoded;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.WriterSchemas;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes rows of records. */
final class RowReader {

    private final Map<SunkTopic, AvroPayloadDecoder<?>> decoders = new EnumMap<>(SunkTopic.class);

    RowReader(RegistryConnection registry) {
        WriterSchemas schemas = new WriterSchemas(registry);
        for (SunkTopic topic : SunkTopic.values()) {
            decoders.put(topic, new AvroPayloadDecoder<>(topic.contract(), schemas));
        }
    }

    /** @throws SinkException {@link SinkExit#RECORD}, with the record's position */
    Row read(ConsumerRecord<byte[], byte[]> record) {
        SunkTopic topic = SunkTopic.of(record.topic()).orElseThrow();
        if (record.value() != null) {
            return Row.written(topic, decode(topic, record), record);
        }
        if (topic.isCompacted() && record.key() != null) {
            return Row.deleted(topic, record);
        }
        throw unreadable(record, "a record without a value");
    }

    private SpecificRecord decode(SunkTopic topic, ConsumerRecord<byte[], byte[]> record) {
        Decoded<?> decoded = Objects.requireNonNull(decoders.get(topic)).decode(record.value());
        if (decoded instanceof Decoded.Value<?> readable) {
            return readable.value();
        }
        throw unreadable(record, ((Decoded.Undecodable<?>) decoded).message());
    }

    private static SinkException unreadable(ConsumerRecord<byte[], byte[]> record, String why) {
        return new SinkException(
                SinkExit.RECORD, record.topic() + "-" + record.partition() + " at " + record.offset() + ": " + why);
    }
}
