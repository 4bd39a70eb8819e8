package io.journeystreams.load.steady;

import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.contracts.StageLayer;
import io.journeystreams.contracts.StageTransitionEvent;
import io.journeystreams.load.rig.Cluster;
import io.journeystreams.load.shop.Wire;
import io.journeystreams.registry.AvroPayloadDecoder;
import io.journeystreams.registry.Decoded;
import io.journeystreams.registry.WriterSchemas;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads committed outputs as they come, on a thread of its own, and enters them in the ledger. */
final class Receiver implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final AvroPayloadDecoder<StageTransitionEvent> transitions;
    private final AvroPayloadDecoder<ProfileEvent> profiles;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::receive, "receiver");
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private volatile boolean isDone;

    Receiver(Ledger ledger, Cluster cluster) {
        this.ledger = ledger;
        WriterSchemas schemas = new WriterSchemas(cluster.schemas());
        this.transitions = new AvroPayloadDecoder<>(StageTransitionEvent.class, schemas);
        this.profiles = new AvroPayloadDecoder<>(ProfileEvent.class, schemas);
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        cluster.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    void start() {
        List<TopicPartition> partitions = Stream.of(OutputKind.values())
                .flatMap(kind -> consumer.partitionsFor(kind.topic(), ANSWERS_WITHIN).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread.setDaemon(true);
        thread.start();
    }

    /** @throws IllegalStateException if an output could not be read */
    void requireHealthy() {
        RuntimeException cause = failure.get();
        if (cause != null) {
            throw new IllegalStateException("an output cannot be read", cause);
        }
    }

    @Override
    public void close() {
        isDone = true;
        try {
            thread.join(ENDS_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive() {
        try (consumer) {
            while (!isDone) {
                var records = consumer.poll(POLL);
                long nowNanos = System.nanoTime();
                records.forEach(record -> enter(record, nowNanos));
            }
        } catch (RuntimeException e) {
            failure.set(e);
        }
    }

    /** A tombstone says of a device that it went on in its customer. */
    private void enter(ConsumerRecord<byte[], byte[]> record, long nowNanos) {
        if (record.value() == null) {
            return;
        }
        if (record.topic().equals(OutputKind.STAGE.topic())) {
            enter(value(transitions, record), nowNanos);
        } else {
            enter(value(profiles, record), nowNanos);
        }
    }

    private void enter(StageTransitionEvent transition, long nowNanos) {
        List<String> evidence = transition.getEvidence();
        if (transition.getLayer() == StageLayer.MISSION) {
            Wire.numberOf(evidence.get(evidence.size() - 1)).ifPresent(number -> ledger.stageMoved(number, nowNanos));
        }
    }

    private void enter(ProfileEvent profile, long nowNanos) {
        Wire.deviceOf(profile.getProfile())
                .ifPresent(device -> ledger.pictured(
                        device,
                        profile.getLastSeenAt().toEpochMilli(),
                        profile.getUpdatedAt().toEpochMilli(),
                        nowNanos));
    }

    private static <T extends SpecificRecord> T value(
            AvroPayloadDecoder<T> decoder, ConsumerRecord<byte[], byte[]> record) {
        if (decoder.decode(record.value()) instanceof Decoded.Value<T> decoded) {
            return decoded.value();
        }
        throw new IllegalStateException("cannot be decoded: " + record.topic() + " at " + record.offset());
    }
}
