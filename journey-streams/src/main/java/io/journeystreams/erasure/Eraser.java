package io.journeystreams.erasure;

import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends an erasure to the CRM topic, as the CRM itself would, and watches for the tombstone of the profile. Not thread-safe.
 */
public final class Eraser implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final String REQUEST_LIMIT_MS = "10000";

    private final String inputTopic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> profiles;
    private final AvroSerializer<CrmEvent> serializer;

    /**
     * Looks to the end of the profiles' topic, so that no tombstone of before is taken for the one to come.
     *
     * @param clientProperties settings of the Kafka clients
     * @throws KafkaException if the brokers do not answer, or do not let us
     */
    public Eraser(
            Map<String, String> clientProperties,
            RegistryConnection registry,
            String inputTopic,
            String profilesTopic) {
        this.inputTopic = inputTopic;
        this.serializer = new AvroSerializer<>(CrmEvent.class, registry, SchemaSource.LOOK_UP);
        this.profiles = consumer(clientProperties);
        List<TopicPartition> partitions = profiles.partitionsFor(profilesTopic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        profiles.assign(partitions);
        profiles.seekToEnd(partitions);
        partitions.forEach(profiles::position);
        this.producer = producer(clientProperties);
    }

    /**
     * @return where it stands
     * @throws KafkaException if the brokers do not take it
     */
    public RecordMetadata send(ErasureRequest request) {
        byte[] key = request.customer().getBytes(StandardCharsets.UTF_8);
        byte[] value = Objects.requireNonNull(serializer.serialize(inputTopic, request.event()));
        try {
            return producer.send(new ProducerRecord<>(inputTopic, key, value)).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    /** Whether the processor has put the tombstone of the profile within the time. */
    public boolean awaitTombstone(ErasureRequest request, Duration limit) {
        byte[] key = request.profile().value().getBytes(StandardCharsets.UTF_8);
        long endNs = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < endNs) {
            boolean isThere = StreamSupport.stream(profiles.poll(POLL).spliterator(), false)
                    .anyMatch(record -> isTombstoneOf(key, record));
            if (isThere) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTombstoneOf(byte[] key, ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null && Arrays.equals(record.key(), key);
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, String> clientProperties) {
        Map<String, Object> config = new HashMap<>(clientProperties);
        config.put("isolation.level", "read_committed");
        config.put("default.api.timeout.ms", REQUEST_LIMIT_MS);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, String> clientProperties) {
        Map<String, Object> config = new HashMap<>(clientProperties);
        config.put("acks", "all");
        config.put("max.block.ms", REQUEST_LIMIT_MS);
        config.put("request.timeout.ms", "5000");
        config.put("delivery.timeout.ms", REQUEST_LIMIT_MS);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        profiles.close();
    }
}
