package io.journeystreams.load.flink;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.registry.AvroDeserializer;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.WriterSchemas;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads Avro in Confluent's wire format by the same code as the processor's; the key is the device. */
final class ActivityReader implements KafkaRecordDeserializationSchema<Activity> {

    private final String registryUrl;

    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else
    private transient AvroDeserializer<ClickstreamEvent> events;

    ActivityReader(String registryUrl) {
        this.registryUrl = registryUrl;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        RegistryConnection registry = RegistryConnection.open(Map.of(RegistryConnection.URL, registryUrl));
        events = new AvroDeserializer<>(ClickstreamEvent.class, new WriterSchemas(registry));
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Activity> out) {
        ClickstreamEvent event = events.deserialize(record.topic(), record.value());
        if (event != null) {
            out.collect(Activity.of(new String(record.key(), StandardCharsets.UTF_8), event));
        }
    }

    @Override
    public TypeInformation<Activity> getProducedType() {
        return TypeInformation.of(Activity.class);
    }
}
