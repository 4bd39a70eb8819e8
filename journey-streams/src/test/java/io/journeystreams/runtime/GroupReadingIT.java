package io.journeystreams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.local.broker.LocalBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rule T5 for all of the journal: what a group has committed says how far it has read, whoever of it reads. */
@Timeout(60)
class GroupReadingIT {

    private static final String GROUP = "readers";
    private static final String TOPIC = "log";
    private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
    private static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);

    private long nowMs;

    @Test
    void oneOfItsPartitionsThatIsReadLateHoldsAll(@TempDir Path directory) throws Exception {
        try (LocalBroker broker = LocalBroker.start(directory);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get();
            GroupReading reading = new GroupReading(admin, GROUP, TOPIC);
            append(broker, FIRST, 3);
            append(broker, SECOND, 3);

            awaitOneMinute(reading);
            assertThat(isCaughtUpNow(reading)).as("nothing is committed").isFalse();

            commit(admin, Map.of(FIRST, 3L, SECOND, 3L));
            await().atMost(Duration.ofSeconds(20)).until(() -> isCaughtUpNow(reading));

            append(broker, SECOND, 1);
            awaitOneMinute(reading);
            assertThat(isCaughtUpNow(reading))
                    .as("a minute after a record that nobody read")
                    .isFalse();

            commit(admin, Map.of(SECOND, 4L));
            await().atMost(Duration.ofSeconds(20)).until(() -> isCaughtUpNow(reading));
        }
    }

    /** Of its own time: a question a second, and each is given the time to be answered. */
    private void awaitOneMinute(GroupReading reading) {
        long untilMs = nowMs + 60_000;
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    isCaughtUpNow(reading);
                    return nowMs > untilMs;
                });
    }

    private boolean isCaughtUpNow(GroupReading reading) {
        nowMs += 1_000;
        return reading.isCaughtUp(nowMs);
    }

    private static void append(LocalBroker broker, TopicPartition partition, int records) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(TOPIC, partition.partition(), new byte[] {1}, new byte[] {1}))
                        .get();
            }
        }
    }

    private static void commit(Admin admin, Map<TopicPartition, Long> offsets) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        offsets.forEach((partition, offset) -> committed.put(partition, new OffsetAndMetadata(offset)));
        admin.alterConsumerGroupOffsets(GROUP, committed).all().get();
    }
}
