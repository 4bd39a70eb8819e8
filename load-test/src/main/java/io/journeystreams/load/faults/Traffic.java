package io.journeystreams.load.faults;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.load.generator.PlannedRecord;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plays a plan in real time into the topics, on a thread of its own, as a shop's producers do: they do not give up. */
final class Traffic implements AutoCloseable {

    private static final Duration NOT_GIVING_UP = Duration.ofMinutes(3);

    private final List<PlannedRecord> plan;
    private final List<ProducerRecord<byte[], byte[]>> records;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<?>> answers = new ArrayList<>();
    private final CompletableFuture<Integer> sent = new CompletableFuture<>();

    /** Encodes all, for which the registry is needed. */
    Traffic(List<PlannedRecord> plan, String bootstrapServers, RegistryConnection registry) {
        this.plan = plan;
        Encoder encoder = new Encoder(registry);
        this.records = plan.stream().map(encoder::encode).toList();
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) NOT_GIVING_UP.toMillis(),
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        NOT_GIVING_UP.toMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        200),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** @param beginning to which the plan's times are added, and from which its events are dated */
    void start(Instant beginning) {
        Thread thread = new Thread(() -> play(beginning), "traffic");
        thread.setDaemon(true);
        thread.start();
    }

    boolean isDone() {
        return sent.isDone();
    }

    /**
     * How many records the broker has taken.
     *
     * @throws IllegalStateException if one was given up
     */
    int awaitTaken() {
        try {
            return sent.get(NOT_GIVING_UP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("records were not taken by the broker", e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }

    private void play(Instant beginning) {
        try {
            for (int i = 0; i < plan.size(); i++) {
                Instant due = beginning.plusMillis(plan.get(i).afterMs());
                TimeUnit.MILLISECONDS.sleep(Duration.between(Instant.now(), due).toMillis());
                answers.add(producer.send(records.get(i)));
            }
            producer.flush();
            for (Future<?> answer : answers) {
                answer.get();
            }
            sent.complete(answers.size());
        } catch (InterruptedException | ExecutionException | RuntimeException e) {
            sent.completeExceptionally(e);
        }
    }

    private static final class Encoder {

        private final AvroSerializer<ClickstreamEvent> clickstream;
        private final AvroSerializer<CrmEvent> crm;

        Encoder(RegistryConnection registry) {
            this.clickstream = new AvroSerializer<>(ClickstreamEvent.class, registry, SchemaSource.LOOK_UP);
            this.crm = new AvroSerializer<>(CrmEvent.class, registry, SchemaSource.LOOK_UP);
        }

        ProducerRecord<byte[], byte[]> encode(PlannedRecord planned) {
            byte[] key = planned.key().getBytes(StandardCharsets.UTF_8);
            return new ProducerRecord<>(planned.topic(), key, value(planned));
        }

        private byte[] value(PlannedRecord planned) {
            if (planned.content() instanceof PlannedRecord.Poison poison) {
                ByteBuffer source = poison.bytes().duplicate();
                byte[] bytes = new byte[source.remaining()];
                source.get(bytes);
                return bytes;
            }
            Object event = ((PlannedRecord.Event) planned.content()).event();
            return Objects.requireNonNull(
                    event instanceof CrmEvent told
                            ? crm.serialize(planned.topic(), told)
                            : clickstream.serialize(planned.topic(), (ClickstreamEvent) event));
        }
    }
}
