package io.journeystreams.load.bench;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.load.shop.ShopEvent;
import io.journeystreams.load.shop.Wire;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the shop's week, once. The timestamp of a record is its event time, so that nothing counts as late. The week ended three
 * days ago: alerts are stale when they are found, and so nothing waits until a backlog has been read (rules T5 and T6).
 */
public final class InputWriter implements AutoCloseable {

    private static final Duration AGE = Duration.ofDays(11);

    /** Longer than any gap or delay. */
    private static final Duration AFTERWARDS = Duration.ofHours(4);

    private static final long ONE_SECOND_MS = 1_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final AvroSerializer<ClickstreamEvent> serializer;
    private long written;
    private long bytes;
    private long lastMs;
    private @Nullable Future<RecordMetadata> last;

    public InputWriter(String bootstrapServers, RegistryConnection registry) {
        this.serializer = new AvroSerializer<>(ClickstreamEvent.class, registry, SchemaSource.LOOK_UP);
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        64 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** All events, and after them signs of life that let every gap and delay pass. */
    Input write(long seed, long events) {
        ShopLog log =
                new ShopLog(seed, events, Instant.now().minus(AGE).toEpochMilli() / ONE_SECOND_MS * ONE_SECOND_MS);
        Truth truth = new Truth();
        append(log, truth);
        Input input = new Input(written, bytes, truth.results());
        letTimePass();
        return input;
    }

    /** @param truth is told of every event */
    public void append(Iterator<ShopEvent> events, Truth truth) {
        while (events.hasNext()) {
            ShopEvent event = events.next();
            truth.accept(event);
            lastMs = Math.max(lastMs, event.atMs());
            send(null, Wire.deviceId(event.device()), Wire.event(event, written));
        }
        producer.flush();
        requireTaken();
    }

    /** Signs of life that let every gap and delay pass. */
    public void letTimePass() {
        lastMs += AFTERWARDS.toMillis();
        giveSigns();
    }

    /** What has been written so far. */
    public Input written(Truth truth) {
        return new Input(written, bytes, truth.results());
    }

    /** One more page view in every partition, a second later. */
    public void giveSigns() {
        lastMs += ONE_SECOND_MS;
        for (int partition = 0; partition < BenchTopics.PARTITIONS; partition++) {
            String device = Wire.SIGN + partition;
            send(partition, device, Wire.sign(device, lastMs, written));
        }
        producer.flush();
        requireTaken();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    /** One stands for all: an idempotent producer loses none before the last that is taken. */
    private void requireTaken() {
        try {
            Objects.requireNonNull(last).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not take the events", e);
        }
    }

    private void send(@Nullable Integer partition, String device, ClickstreamEvent event) {
        byte[] value = Objects.requireNonNull(serializer.serialize(BenchTopics.INPUT, event));
        written++;
        bytes += value.length;
        long atMs = event.getOccurredAt().toEpochMilli();
        byte[] key = device.getBytes(StandardCharsets.UTF_8);
        last = producer.send(new ProducerRecord<>(BenchTopics.INPUT, partition, atMs, key, value));
    }
}
