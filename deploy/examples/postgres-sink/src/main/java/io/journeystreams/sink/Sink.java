package io.journeystreams.sink;

import io.journeystreams.registry.RegistryConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads topics and writes tables: what one poll returns is one transaction. Several sinks of one group divide the partitions. For one
 * thread.
 */
final class Sink {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BROKER_ANSWER = Duration.ofSeconds(30);

    private final Consumer<byte[], byte[]> consumer;
    private final RowReader reader;
    private final Warehouse warehouse;
    private final Set<SunkTopic> topics;
    private final Map<TopicPartition, OptionalLong> written = new HashMap<>();

    Sink(Consumer<byte[], byte[]> consumer, RegistryConnection registry, Warehouse warehouse, Set<SunkTopic> topics) {
        this.consumer = consumer;
        this.reader = new RowReader(registry);
        this.warehouse = warehouse;
        this.topics = topics;
    }

    /** Goes on until it is asked to stop; then the batch at hand is in the tables. */
    void run(BooleanSupplier isAskedToStop) {
        warehouse.requireTables(topics);
        requireTopics();
        consumer.subscribe(topics.stream().map(SunkTopic::topicName).toList(), new FromTheTables());
        while (!isAskedToStop.getAsBoolean()) {
            ConsumerRecords<byte[], byte[]> batch = consumer.poll(POLL);
            if (!batch.isEmpty()) {
                write(batch);
            }
        }
    }

    private void requireTopics() {
        Set<String> missing = new TreeSet<>();
        topics.forEach(topic -> missing.add(topic.topicName()));
        missing.removeAll(consumer.listTopics(BROKER_ANSWER).keySet());
        if (!missing.isEmpty()) {
            throw new SinkException(SinkExit.KAFKA, "topics are missing: " + String.join(", ", missing));
        }
    }

    private void write(ConsumerRecords<byte[], byte[]> batch) {
        List<Row> rows = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            rows.add(reader.read(record));
        }
        Map<TopicPartition, Offsets.Advance> advances = advances(batch.nextOffsets());
        warehouse.write(rows, advances);
        advances.forEach((partition, advance) -> written.put(partition, OptionalLong.of(advance.to())));
    }

    private Map<TopicPartition, Offsets.Advance> advances(Map<TopicPartition, OffsetAndMetadata> nextOffsets) {
        Map<TopicPartition, Offsets.Advance> advances = new HashMap<>();
        nextOffsets.forEach((partition, next) -> {
            OptionalLong from = written.getOrDefault(partition, OptionalLong.empty());
            advances.put(partition, new Offsets.Advance(from, next.offset()));
        });
        return advances;
    }

    /** Where a partition goes on stands in the tables; what the group has in Kafka does not count. */
    private final class FromTheTables implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            for (TopicPartition partition : assigned) {
                OptionalLong next = warehouse.nextOffset(partition);
                written.put(partition, next);
                if (next.isPresent()) {
                    consumer.seek(partition, next.getAsLong());
                } else {
                    consumer.seekToBeginning(List.of(partition));
                }
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            revoked.forEach(written::remove);
        }
    }
}
