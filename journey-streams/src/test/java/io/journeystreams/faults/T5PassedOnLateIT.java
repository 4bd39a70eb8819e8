package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.config.JourneyConfig;
import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.intake.Reports;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.rig.Alerts;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.runtime.JourneyRuntime;
import io.journeystreams.runtime.StateMemory;
import io.journeystreams.runtime.StreamsSettings;
import io.journeystreams.topology.JournalPartitioner;
import io.journeystreams.topology.ProcessorMeters;
import io.journeystreams.topology.RegistryCodecs;
import io.journeystreams.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fault T5 with two instances: a customer buys on a linked device without a name, so the purchase stands in the device's part of the
 * journal, and the instance that reads it there stands still. The other one has the customer and goes on, over the
 * deadline of the cart, all inputs being read to their end.
 */
@Timeout(150)
class T5PassedOnLateIT {

    private static final int PARTITIONS = 2;
    private static final int OF_THE_DEVICE = 0;
    private static final int OF_THE_CUSTOMERS = 1;
    private static final String APPLICATION = "late";

    /** Between two instances one for each task, so that a task that stands still holds up no other. */
    private static final int THREADS = 3;

    private static final Duration CART_DELAY = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Line> CART = List.of(Reports.line("A", 1, "10.00", "EUR"));

    private final String device = placed("a:", "device-", OF_THE_DEVICE);
    private final String buyer = placed("c:", "buyer-", OF_THE_CUSTOMERS);
    private final String other = placed("c:", "other-", OF_THE_CUSTOMERS);
    private final Gate gate = new Gate();

    /** Sees the clocks of both instances, and holds the task that reads the device's part of the journal. */
    private static final class Gate implements ProcessorMeters {

        private final Map<Integer, ClockReading> clocks = new ConcurrentHashMap<>();
        private final CountDownLatch held = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);
        private volatile boolean isClosed;

        @Override
        public void clock(int journalPartition, ClockReading reading) {
            clocks.put(journalPartition, reading);
            if (isClosed && journalPartition == OF_THE_DEVICE) {
                held.countDown();
                awaitOpen();
            }
        }

        void close() throws InterruptedException {
            isClosed = true;
            assertThat(held.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        void open() {
            isClosed = false;
            open.countDown();
        }

        boolean isCaughtUp(int partition) {
            ClockReading reading = clocks.get(partition);
            return reading != null && reading.isCaughtUp();
        }

        boolean hasPassed(int partition, long ms) {
            ClockReading reading = clocks.get(partition);
            return reading != null && reading.hasPassed(ms);
        }

        private void awaitOpen() {
            try {
                assertThat(open.await(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void aBuyerIsNotRemindedWhileTheOtherInstanceReadsThePurchaseLate(@TempDir Path directory) throws Exception {
        try (Cluster cluster = Cluster.start(directory.resolve("broker"))) {
            cluster.createTopics(PARTITIONS);
            try (JourneyRuntime one = start(cluster, directory.resolve("one"));
                    JourneyRuntime two = start(cluster, directory.resolve("two"))) {
                // given
                awaitOneTaskForEachThread(one, two);
                send(cluster, "linked", "identified", device, buyer);
                await().atMost(PATIENCE)
                        .until(() -> gate.isCaughtUp(OF_THE_DEVICE) && gate.isCaughtUp(OF_THE_CUSTOMERS));
                gate.close();
                await().atMost(PATIENCE).until(() -> !gate.isCaughtUp(OF_THE_CUSTOMERS));

                // when
                send(cluster, "added", "product_added", device, buyer);
                send(cluster, "added-too", "product_added", "another-device", other);
                send(cluster, "bought", "order_placed", device, null);
                long deadlineMs = System.currentTimeMillis() + CART_DELAY.toMillis();
                await().atMost(PATIENCE).until(() -> gate.hasPassed(OF_THE_CUSTOMERS, deadlineMs));

                // then
                Alerts alerts = new Alerts(cluster);
                await().during(Duration.ofSeconds(2))
                        .atMost(Duration.ofSeconds(10))
                        .untilAsserted(() -> assertThat(alerts.facts()).isEmpty());
                gate.open();
                await().atMost(PATIENCE).until(() -> !alerts.facts().isEmpty());
                await().during(Duration.ofSeconds(3))
                        .atMost(Duration.ofSeconds(15))
                        .untilAsserted(() -> assertThat(alerts.facts())
                                .extracting(AbandonmentEvent::getProfile)
                                .containsExactly("c:" + other));
            } finally {
                gate.open();
            }
        }
    }

    private JourneyRuntime start(Cluster cluster, Path state) {
        JourneyConfig config = JourneyConfig.of(Map.of(
                "clock.grace", "1s", "clock.idleAfter", "1s", "abandonment.cart.delay", CART_DELAY.toSeconds() + "s"));
        JourneyRuntime runtime = JourneyRuntime.create(
                new StreamsSettings(
                        APPLICATION,
                        cluster.bootstrapServers(),
                        state,
                        THREADS,
                        Optional.empty(),
                        0,
                        StateMemory.defaults(),
                        StreamsSettings.STORE_COMPACTION,
                        Map.of("heartbeat.interval.ms", "200", "transaction.timeout.ms", "150000")),
                config.policy(),
                RegistryCodecs.of(cluster.registry(), SchemaSource.LOOK_UP),
                gate);
        runtime.start();
        return runtime;
    }

    /** And the two parts of the journal are of two instances. */
    private static void awaitOneTaskForEachThread(JourneyRuntime... instances) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(instances)
                .allSatisfy(instance -> assertThat(instance.streams().metadataForLocalThreads())
                        .hasSize(THREADS)
                        .allSatisfy(thread -> assertThat(thread.activeTasks()).hasSize(1)))
                .allSatisfy(
                        instance -> assertThat(partitionsOfTheJournal(instance)).isOne()));
    }

    private static long partitionsOfTheJournal(JourneyRuntime instance) {
        return instance.streams().metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .filter(partition -> partition.topic().equals(Topics.JOURNAL))
                .count();
    }

    private static void send(Cluster cluster, String eventId, String type, String onDevice, @Nullable String customer)
            throws Exception {
        ClickstreamEvent event = Reports.clickstream(eventId, type, System.currentTimeMillis())
                .setAnonymousId(onDevice)
                .setCustomerId(customer)
                .setLines(type.equals("identified") ? List.of() : CART)
                .build();
        byte[] value = new InputEncoder(cluster.registry()).encode(event);
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of())) {
            producer.send(new ProducerRecord<>(Topics.CLICKSTREAM, onDevice.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        }
    }

    /** A name of which the profile stands in that partition of the journal. */
    private static String placed(String prefix, String name, int partition) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> name + i)
                .filter(candidate -> partitionOf(prefix + candidate) == partition)
                .findFirst()
                .orElseThrow();
    }

    private static int partitionOf(String profile) {
        return new JournalPartitioner()
                .partitions(Topics.JOURNAL, profile.getBytes(StandardCharsets.UTF_8), new byte[0], PARTITIONS)
                .orElseThrow()
                .iterator()
                .next();
    }
}
