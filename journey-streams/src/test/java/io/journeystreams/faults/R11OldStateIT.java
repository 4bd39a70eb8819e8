package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.intake.Reports;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.runtime.JourneyRuntime;
import io.journeystreams.runtime.StreamsSettings;
import io.journeystreams.topology.ProcessorMeters;
import io.journeystreams.topology.RegistryCodecs;
import io.journeystreams.topology.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Fault R11: a state directory that was out of use for so long that the changelogs may have forgotten what was deleted meanwhile
 * is not trusted, but made anew from them. One that was in use until just now is, however long ago it was made.
 */
@Timeout(120)
class R11OldStateIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration OLDER_THAN_TRUSTED = Duration.ofHours(13);

    private final Path directory =
            Path.of("target", "old-state-it", UUID.randomUUID().toString()).toAbsolutePath();
    private final Path task = directory.resolve("state/ageing/2_0");

    @Test
    void stateIsTrustedByWhenItWasLastInUse() throws Exception {
        try (Cluster cluster = Cluster.start(directory.resolve("broker"))) {
            cluster.createTopics(1);
            send(cluster);
            long ofTheFirstRun = run(cluster, () -> {
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(cluster.read(Topics.SESSIONS))
                        .isNotEmpty());
                age();
            });
            long afterAPause = run(cluster, () -> {});
            age();
            long afterALongPause = run(cluster, () -> {});

            assertThat(ofTheFirstRun).isZero();
            assertThat(afterAPause)
                    .as("records restored, though the state was in use")
                    .isZero();
            assertThat(afterALongPause).as("records restored").isPositive();
        }
    }

    private interface Meanwhile {
        void happens() throws Exception;
    }

    /** As after half a day, in which nothing of the state is read from Kafka. */
    private void age() throws Exception {
        Files.setLastModifiedTime(task, FileTime.from(Instant.now().minus(OLDER_THAN_TRUSTED)));
    }

    /** Records restored at the start. */
    private long run(Cluster cluster, Meanwhile meanwhile) throws Exception {
        JourneyRuntime runtime = JourneyRuntime.create(
                StreamsSettings.of("ageing", cluster.bootstrapServers(), directory.resolve("state")),
                EnginePolicy.defaults(),
                RegistryCodecs.of(cluster.registry(), SchemaSource.LOOK_UP),
                ProcessorMeters.NONE);
        AtomicLong restored = new AtomicLong();
        runtime.streams().setGlobalStateRestoreListener(new Counting(restored));
        try (runtime) {
            runtime.start();
            await().atMost(PATIENCE).until(() -> runtime.state() == KafkaStreams.State.RUNNING);
            meanwhile.happens();
        }
        return restored.get();
    }

    private static void send(Cluster cluster) throws Exception {
        long nowMs = System.currentTimeMillis();
        byte[] value = new InputEncoder(cluster.registry())
                .encode(Reports.clickstream("e1", "page_viewed", nowMs).build());
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of())) {
            producer.send(new ProducerRecord<>(Topics.CLICKSTREAM, value)).get();
        }
    }

    private record Counting(AtomicLong restored) implements StateRestoreListener {

        @Override
        public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
            // only what is restored counts
        }

        @Override
        public void onBatchRestored(TopicPartition partition, String store, long end, long records) {
            restored.addAndGet(store.equals("profiles") ? records : 0);
        }

        @Override
        public void onRestoreEnd(TopicPartition partition, String store, long records) {
            // counted by batches
        }
    }
}
