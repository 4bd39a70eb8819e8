package io.journeystreams.sink;

import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes as the processor does: Avro by the registry, keyed by profile, in transactions. */
final class TopicWriter implements AutoCloseable {

    private final RegistryConnection registry;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<Class<?>, AvroSerializer<?>> serializers = new HashMap<>();

    TopicWriter(String bootstrapServers, RegistryConnection registry) {
        this.registry = registry;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "test-" + UUID.randomUUID()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    void commit(Runnable writes) {
        producer.beginTransaction();
        writes.run();
        producer.commitTransaction();
    }

    void abort(Runnable writes) {
        producer.beginTransaction();
        writes.run();
        producer.flush();
        producer.abortTransaction();
    }

    <T extends SpecificRecord> void write(SunkTopic topic, T value) {
        String profile =
                String.valueOf(value.get(value.getSchema().getField("profile").pos()));
        writeBytes(topic, profile, encoded(topic, value));
    }

    void writeTombstone(SunkTopic topic, String profile) {
        writeBytes(topic, profile, null);
    }

    /** A failure is told by the commit. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void writeBytes(SunkTopic topic, String profile, byte @Nullable [] value) {
        producer.send(new ProducerRecord<>(topic.topicName(), profile.getBytes(StandardCharsets.UTF_8), value));
    }

    @SuppressWarnings("unchecked") // a serializer stands under the class that it is for
    private <T extends SpecificRecord> byte[] encoded(SunkTopic topic, T value) {
        AvroSerializer<T> serializer = (AvroSerializer<T>) serializers.computeIfAbsent(
                value.getClass(),
                type -> new AvroSerializer<>(type.asSubclass(SpecificRecord.class), registry, SchemaSource.REGISTER));
        return Objects.requireNonNull(serializer.serialize(topic.topicName(), value));
    }

    @Override
    public void close() {
        producer.close();
        registry.close();
    }
}
