package io.journeystreams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.rig.Cluster;
import io.journeystreams.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Fault R12: one task of a thread fails while the group is rebalancing, and Kafka Streams aborts the transaction of all tasks of
 * the thread. What the others had written in it must be written again.
 *
 * <p>The group is held in its rebalance: the first instance has said that it takes part, the second stands still in a task and
 * does not, the third has caused it all. Meanwhile the first takes in records, and then one of its other tasks fails.
 */
@Timeout(120)
class SharedTransactionIT {

    private static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Path directory =
            Path.of("target", "shared-transaction-it", UUID.randomUUID().toString());
    private final Cluster cluster = Cluster.start(directory.resolve("broker"));
    private final List<KafkaStreams> instances = new ArrayList<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicBoolean mayFail = new AtomicBoolean();
    private final AtomicBoolean hasFailed = new AtomicBoolean();
    private final AtomicBoolean standsStill = new AtomicBoolean();
    private final CountDownLatch standStill = new CountDownLatch(1);

    @AfterEach
    void close() {
        standStill.countDown();
        instances.forEach(instance -> instance.close(Duration.ofSeconds(5)));
        cluster.close();
    }

    @Test
    void whatWasAbortedWithATaskThatFailedIsTakenInAgain() {
        // given
        cluster.createTopics(PARTITIONS);
        start(taken::incrementAndGet, this::failOnce);
        await().atMost(PATIENCE).until(() -> instances.get(0).state() == KafkaStreams.State.RUNNING);
        start(() -> {}, this::standStill);
        await().atMost(PATIENCE).until(standsStill::get);
        start(() -> {}, () -> {});
        await().atMost(PATIENCE).during(Duration.ofSeconds(2)).until(this::isRebalancing);

        // when
        send();
        await().atMost(PATIENCE).until(() -> taken.get() > 0);
        mayFail.set(true);
        await().atMost(PATIENCE).until(hasFailed::get);
        standStill.countDown();

        // then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(cluster.read(Topics.MOMENTS))
                .extracting(value -> new String(value, StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder("0", "1", "2"));
    }

    private void standStill() {
        standsStill.set(true);
        try {
            assertThat(standStill.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void failOnce() {
        if (mayFail.get() && hasFailed.compareAndSet(false, true)) {
            throw new TimeoutException("as of a producer that the broker does not answer");
        }
    }

    private boolean isRebalancing() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            return admin.describeConsumerGroups(List.of("shop")).all().get().values().stream()
                    .allMatch(group -> group.groupState() == GroupState.PREPARING_REBALANCE);
        }
    }

    private void send() {
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of())) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                byte[] value = String.valueOf(partition).getBytes(StandardCharsets.UTF_8);
                var unused = producer.send(new ProducerRecord<>(Topics.CRM, partition, new byte[0], value));
            }
        }
    }

    /**
     * Tasks of one kind take in records, tasks of the other do something else at times.
     *
     * @param onTaken in the first
     * @param action at times, in the second
     */
    private void start(Runnable onTaken, Runnable action) {
        Topology topology = new Topology();
        topology.addSource("records", Topics.CRM);
        topology.addProcessor("taking", () -> new Taking(onTaken), "records");
        topology.addSink("taken", Topics.MOMENTS, "taking");
        topology.addSource("nothing", Topics.CLICKSTREAM);
        topology.addProcessor("acting", () -> new Acting(action), "nothing");
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "shop");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
        config.put(
                StreamsConfig.STATE_DIR_CONFIG,
                directory.resolve("state-" + instances.size()).toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        config.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        config.put("main.consumer.heartbeat.interval.ms", 300);
        config.put("auto.offset.reset", "earliest");
        KafkaStreams instance =
                new KafkaStreams(topology, new StreamsConfig(config), new ProgressTrackingClientSupplier("shop"));
        instances.add(instance);
        instance.start();
    }

    private static final class Taking extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

        private final Runnable onTaken;

        Taking(Runnable onTaken) {
            this.onTaken = onTaken;
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            context().forward(record);
            onTaken.run();
        }
    }

    private static final class Acting implements Processor<byte[], byte[], byte[], byte[]> {

        private final Runnable action;

        Acting(Runnable action) {
            this.action = action;
        }

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            var unused =
                    context.schedule(Duration.ofMillis(100), PunctuationType.WALL_CLOCK_TIME, nowMs -> action.run());
        }

        @Override
        public void process(Record<byte[], byte[]> record) {}
    }
}
