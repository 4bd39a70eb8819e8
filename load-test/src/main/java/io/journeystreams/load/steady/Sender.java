package io.journeystreams.load.steady;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.load.rig.Cluster;
import io.journeystreams.load.shop.Crowd;
import io.journeystreams.load.shop.ShopEvent;
import io.journeystreams.load.shop.Wire;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a crowd's events when they are due, on a thread of its own, and waits for nobody: what it should have sent while it was held up,
 * it sends at once, dated as it was due.
 */
final class Sender implements AutoCloseable {

    static final String TOPIC = "clickstream.events";

    private static final int LINGER_MS = 5;

    /** Up to so much later than due, so that many events a second do not take as many wake-ups. */
    private static final long TICK_NANOS = 1_000_000;

    private static final Duration NOT_GIVING_UP = Duration.ofMinutes(3);

    private final SteadyRequest request;
    private final Schedule schedule;
    private final Ledger ledger;
    private final Crowd crowd;
    private final AvroSerializer<ClickstreamEvent> serializer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Thread thread = new Thread(this::send, "sender");
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile int sent;
    private volatile long latestNanos;

    Sender(SteadyRequest request, Schedule schedule, Ledger ledger, Cluster cluster) {
        this.request = request;
        this.schedule = schedule;
        this.ledger = ledger;
        this.crowd = new Crowd(request.seed(), request.visitors());
        this.serializer = new AvroSerializer<>(ClickstreamEvent.class, cluster.schemas(), SchemaSource.LOOK_UP);
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        cluster.bootstrapServers(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        LINGER_MS,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        NOT_GIVING_UP.toMillis(),
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) NOT_GIVING_UP.toMillis()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Events so far. */
    int sent() {
        return sent;
    }

    /** How long after it was due an event was sent at most, of those that are measured; milliseconds. */
    double latestMs() {
        return latestNanos / 1e6;
    }

    /** Until everything has been sent. */
    void awaitEnd() {
        try {
            thread.join(NOT_GIVING_UP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** @throws IllegalStateException if an event could not be sent */
    void requireHealthy() {
        Throwable cause = failure.get();
        if (cause != null) {
            throw new IllegalStateException("an event was not sent", cause);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        producer.close(Duration.ofSeconds(5));
    }

    private void send() {
        try {
            for (int number = 0; number < request.allEvents() && !Thread.interrupted(); number++) {
                send(number, crowd.next().at(schedule.dueMs(number)));
            }
            producer.flush();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void send(int number, ShopEvent event) {
        byte[] key = Wire.deviceId(event.device()).getBytes(StandardCharsets.UTF_8);
        byte[] value = serializer.serialize(TOPIC, Wire.event(event, number));
        ledger.willSend(number, event);
        awaitDue(number);
        var unused = producer.send(new ProducerRecord<>(TOPIC, null, event.atMs(), key, value), (taken, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
        sent = number + 1;
    }

    private void awaitDue(int number) {
        long dueNanos = schedule.dueNanos(number);
        long leftNanos = dueNanos - System.nanoTime();
        while (leftNanos > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Math.max(leftNanos, TICK_NANOS));
            leftNanos = dueNanos - System.nanoTime();
        }
        if (number >= request.warmUpEvents()) {
            latestNanos = Math.max(latestNanos, -leftNanos);
        }
    }
}
