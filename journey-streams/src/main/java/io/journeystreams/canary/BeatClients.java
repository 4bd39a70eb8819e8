package io.journeystreams.canary;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.registry.AvroDeserializer;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.WriterSchemas;
import io.journeystreams.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Sends beats as any producer does, and reads the pictures of profiles as any reader does, without a group. For one thread. */
final class BeatClients implements AutoCloseable {

    /** Longest time that a send holds the canary up; what cannot be sent is missed. */
    private static final Duration SEND_WITHIN = Duration.ofSeconds(2);

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final AvroSerializer<ClickstreamEvent> events;
    private final AvroDeserializer<ProfileEvent> profiles;
    private int sent;

    BeatClients(Map<String, String> kafka, RegistryConnection registry) {
        this.events = new AvroSerializer<>(ClickstreamEvent.class, registry, SchemaSource.LOOK_UP);
        this.profiles = new AvroDeserializer<>(ProfileEvent.class, new WriterSchemas(registry));
        this.producer =
                new KafkaProducer<>(producerConfig(kafka), new ByteArraySerializer(), new ByteArraySerializer());
        this.consumer =
                new KafkaConsumer<>(consumerConfig(kafka), new StringDeserializer(), new ByteArrayDeserializer());
    }

    int journalPartitions() {
        return producer.partitionsFor(Topics.JOURNAL).size();
    }

    /** From now on pictures are read. */
    void readFromEnd() {
        List<TopicPartition> all = consumer.partitionsFor(Topics.PROFILES).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
    }

    /** To one partition of the input after the other, so that each is beaten. */
    void send(String anonymousId, long occurredAtMs) {
        ClickstreamEvent beat = ClickstreamEvent.newBuilder()
                .setEventId(anonymousId + "-" + occurredAtMs)
                .setType(EventTypes.CANARY_BEAT)
                .setOccurredAt(Instant.ofEpochMilli(occurredAtMs))
                .setAnonymousId(anonymousId)
                .setDevice("server")
                .setTest(true)
                .build();
        int partition = sent++ % producer.partitionsFor(Topics.CLICKSTREAM).size();
        var unused = producer.send(new ProducerRecord<>(
                Topics.CLICKSTREAM,
                partition,
                anonymousId.getBytes(StandardCharsets.UTF_8),
                events.serialize(Topics.CLICKSTREAM, beat)));
    }

    /** Pictures of any profile; the key is the profile's. */
    ConsumerRecords<String, byte[]> poll(Duration within) {
        return consumer.poll(within);
    }

    /** Time of the latest event in a picture, epoch milliseconds. */
    long lastSeenAtMs(ConsumerRecord<String, byte[]> record) {
        return Objects.requireNonNull(profiles.deserialize(record.topic(), record.value()))
                .getLastSeenAt()
                .toEpochMilli();
    }

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
        consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
    }

    private static Map<String, Object> producerConfig(Map<String, String> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, String.valueOf(SEND_WITHIN.toMillis()));
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "journey-canary");
        return config;
    }

    private static Map<String, Object> consumerConfig(Map<String, String> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "journey-canary");
        return config;
    }
}
