package io.journeystreams.mining;

import io.journeystreams.contracts.StageTransitionEvent;
import io.journeystreams.contracts.TransitionState;
import io.journeystreams.mining.Told.Position;
import io.journeystreams.registry.AvroDeserializer;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.UndecodableException;
import io.journeystreams.registry.WriterSchemas;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The topic of stage transitions, from its beginning to what was committed when this was opened. Writes nothing, and belongs to
 * no group. For one thread.
 */
public final class TransitionTopic implements TransitionSource, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final String LIMIT_MS = "10000";

    /** How long nothing may come before we give up. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AvroDeserializer<StageTransitionEvent> deserializer;
    private final Map<TopicPartition, Long> begin;
    private final Map<TopicPartition, Long> end;

    /**
     * @param clientProperties settings of the Kafka clients
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer, or do not let us, or there is no such topic
     */
    public TransitionTopic(Map<String, String> clientProperties, RegistryConnection registry, String topic) {
        this.consumer = consumer(clientProperties);
        try {
            List<TopicPartition> partitions = partitions(topic);
            consumer.assign(partitions);
            this.begin = consumer.beginningOffsets(partitions);
            this.end = consumer.endOffsets(partitions);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
        this.deserializer = new AvroDeserializer<>(StageTransitionEvent.class, new WriterSchemas(registry));
    }

    private List<TopicPartition> partitions(String topic) {
        List<TopicPartition> partitions = Optional.ofNullable(consumer.partitionsFor(topic)).orElse(List.of()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("there is no topic " + topic);
        }
        return partitions;
    }

    @Override
    public long size() {
        return end.entrySet().stream()
                .mapToLong(entry -> entry.getValue() - begin.getOrDefault(entry.getKey(), 0L))
                .sum();
    }

    @Override
    public void read(CaseLayer layer, Sink sink) throws IOException {
        consumer.seekToBeginning(end.keySet());
        long lastNewsNs = System.nanoTime();
        while (!isAtEnd()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                take(record, layer, sink);
            }
            lastNewsNs = records.isEmpty() ? lastNewsNs : System.nanoTime();
            if (System.nanoTime() - lastNewsNs > PATIENCE.toNanos()) {
                throw new TimeoutException(
                        "nothing came for " + PATIENCE.toSeconds() + " s, and the end is not reached");
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, CaseLayer layer, Sink sink) throws IOException {
        boolean isBeforeEnd = record.offset() < end.getOrDefault(partitionOf(record), 0L);
        @Nullable StageTransitionEvent event = isBeforeEnd ? decode(record) : null;
        if (event != null && layer.is(event.getLayer())) {
            sink.take(move(layer, event, record));
        }
    }

    private boolean isAtEnd() {
        return end.entrySet().stream().allMatch(entry -> consumer.position(entry.getKey()) >= entry.getValue());
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private @Nullable StageTransitionEvent decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            return deserializer.deserialize(record.topic(), record.value());
        } catch (UndecodableException e) {
            throw new UnreadableTransitionException(placeOf(record) + ": " + e.getMessage(), e);
        }
    }

    private static Move move(CaseLayer layer, StageTransitionEvent event, ConsumerRecord<?, ?> record) {
        return new Move(
                event.getTransitionId(),
                event.getRevision(),
                event.getState() == TransitionState.RETRACTED,
                event.getSupersedes(),
                event.getEmittedAt().toEpochMilli(),
                new Position(record.partition(), record.offset()),
                caseKey(layer, event, record),
                Optional.ofNullable(event.getFrom()),
                event.getTo(),
                event.getDirection().name(),
                event.getOccurredAt().toEpochMilli(),
                event.getRule(),
                event.getVisit(),
                number(event.getMissionNumber()),
                Optional.ofNullable(event.getEntryChannel()),
                Optional.ofNullable(event.getChannel()),
                Optional.ofNullable(event.getDevice()),
                event.getConformant(),
                event.getGoalReached(),
                event.getBuyerJourney(),
                Optional.ofNullable(event.getReason()));
    }

    private static String caseKey(CaseLayer layer, StageTransitionEvent event, ConsumerRecord<?, ?> record) {
        @Nullable String key = layer == CaseLayer.MISSION ? event.getMissionId() : event.getProfile();
        if (key == null) {
            throw new UnreadableTransitionException(placeOf(record) + ": a move of a mission that names none");
        }
        return key;
    }

    private static OptionalLong number(@Nullable Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static String placeOf(ConsumerRecord<?, ?> record) {
        return partitionOf(record) + " offset " + record.offset();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, String> clientProperties) {
        Map<String, Object> config = new HashMap<>(clientProperties);
        config.put("isolation.level", "read_committed");
        config.put("auto.offset.reset", "earliest");
        config.put("allow.auto.create.topics", "false");
        config.put("default.api.timeout.ms", LIMIT_MS);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
