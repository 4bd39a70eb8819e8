package io.journeystreams.demo;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.topology.Topics;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the shoppers in and sends what they do into the input topics, at the time at which it happens. */
final class Traffic implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Traffic.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final long LONGEST_WAIT_MS = 200;

    private final VisitPlanner planner;
    private final double shoppersPerSecond;
    private final long openedMs;
    private final KnownPurchases purchases;
    private final Consumer<Visit> onVisit;
    private final KafkaProducer<String, byte[]> producer;
    private final AvroSerializer<ClickstreamEvent> clickstream;
    private final AvroSerializer<CrmEvent> crm;
    private final PriorityQueue<Sending> waiting = new PriorityQueue<>(Comparator.comparingLong(Sending::atMs));
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "shoppers");
    private final AtomicLong shoppers = new AtomicLong();
    private final AtomicLong clicks = new AtomicLong();
    private final AtomicLong crmEvents = new AtomicLong();

    /**
     * @param openedMs when the first shopper comes, epoch milliseconds
     * @param onVisit gets each visit when it begins
     */
    Traffic(
            VisitPlanner planner,
            double shoppersPerSecond,
            long openedMs,
            String bootstrapServers,
            RegistryConnection registry,
            KnownPurchases purchases,
            Consumer<Visit> onVisit) {
        this.planner = planner;
        this.shoppersPerSecond = shoppersPerSecond;
        this.openedMs = openedMs;
        this.purchases = purchases;
        this.onVisit = onVisit;
        this.clickstream = new AvroSerializer<>(ClickstreamEvent.class, registry, SchemaSource.LOOK_UP);
        this.crm = new AvroSerializer<>(CrmEvent.class, registry, SchemaSource.LOOK_UP);
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void start() {
        thread.start();
    }

    long shoppers() {
        return shoppers.get();
    }

    /** Events that the broker has confirmed. */
    long clicks() {
        return clicks.get();
    }

    long crmEvents() {
        return crmEvents.get();
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(CLOSE_WITHIN);
    }

    private void run() {
        long nextShopperMs = openedMs;
        long waitMs = 0;
        while (!isStoppedAfter(waitMs)) {
            long nowMs = System.currentTimeMillis();
            while (nextShopperMs <= nowMs) {
                letIn(planner.next(nextShopperMs));
                nextShopperMs += planner.pauseMs(shoppersPerSecond);
            }
            sendUntil(nowMs);
            waitMs = Math.min(LONGEST_WAIT_MS, Math.max(1, nextEventMs(nextShopperMs) - System.currentTimeMillis()));
        }
    }

    private boolean isStoppedAfter(long waitMs) {
        try {
            return stopped.await(waitMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void letIn(Visit visit) {
        shoppers.incrementAndGet();
        onVisit.accept(visit);
        waiting.addAll(visit.sendings());
    }

    private void sendUntil(long nowMs) {
        for (Sending next = waiting.peek(); next != null && next.atMs() <= nowMs; next = waiting.peek()) {
            send(waiting.remove());
        }
    }

    private long nextEventMs(long nextShopperMs) {
        Sending next = waiting.peek();
        return next == null ? nextShopperMs : Math.min(nextShopperMs, next.atMs());
    }

    private void send(Sending sending) {
        String topic = sending.isCrm() ? Topics.CRM : Topics.CLICKSTREAM;
        Future<RecordMetadata> unused = producer.send(
                new ProducerRecord<>(topic, sending.key(), bytes(topic, sending)),
                (metadata, failure) -> confirmed(sending, metadata, failure));
    }

    private byte[] bytes(String topic, Sending sending) {
        byte @Nullable [] bytes = sending.event() instanceof CrmEvent event
                ? crm.serialize(topic, event)
                : clickstream.serialize(topic, (ClickstreamEvent) sending.event());
        return Objects.requireNonNull(bytes);
    }

    private void confirmed(Sending sending, @Nullable RecordMetadata metadata, @Nullable Exception failure) {
        if (failure != null || metadata == null) {
            LOG.atWarn()
                    .addKeyValue(
                            "failure",
                            failure == null ? "unknown" : failure.getClass().getName())
                    .log("an event of the demo was not sent");
            return;
        }
        (sending.isCrm() ? crmEvents : clicks).incrementAndGet();
        sending.news().ifPresent(purchase -> purchases.add(purchase, System.currentTimeMillis()));
    }
}
