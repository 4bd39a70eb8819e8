package io.journeystreams.load.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is in the topics, and how far the processor has come in them. For one thread. */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
    private static final String GROUP = "journey";

    private final KafkaConsumer<byte[], byte[]> committed;
    private final KafkaConsumer<byte[], byte[]> everything;
    private final Admin admin;

    TopicReader(String bootstrapServers) {
        this.committed = consumer(bootstrapServers, "read_committed");
        this.everything = consumer(bootstrapServers, "read_uncommitted");
        this.admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** All committed records, one partition after the other. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        List<TopicPartition> partitions = partitions(topic);
        Map<TopicPartition, Long> ends = committed.endOffsets(partitions, ANSWERS_WITHIN);
        committed.assign(partitions);
        committed.seekToBeginning(partitions);
        while (partitions.stream().anyMatch(partition -> isBefore(ends, partition))) {
            committed.poll(POLL).forEach(records::add);
        }
        records.sort(Comparator.<ConsumerRecord<byte[], byte[]>>comparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset));
        return records;
    }

    private boolean isBefore(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return committed.position(partition, ANSWERS_WITHIN) < Objects.requireNonNull(ends.get(partition));
    }

    /** Where the partitions of a topic end, what is in open transactions included. */
    Map<TopicPartition, Long> ends(String topic) {
        return everything.endOffsets(partitions(topic), ANSWERS_WITHIN);
    }

    /** By how many records the transactions that are still open hold readers back. */
    long inOpenTransactions(String topic) {
        Map<TopicPartition, Long> stable = committed.endOffsets(partitions(topic), ANSWERS_WITHIN);
        return ends(topic).entrySet().stream()
                .mapToLong(end -> end.getValue() - Objects.requireNonNull(stable.get(end.getKey())))
                .sum();
    }

    /** Whether the processor has committed that it has read up to these offsets. */
    boolean hasRead(Map<TopicPartition, Long> upTo) {
        Map<TopicPartition, Long> read = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        committedOffsets().forEach((partition, offset) -> read.put(partition, offset.offset()));
        return upTo.entrySet().stream().allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    @Override
    public void close() {
        committed.close();
        everything.close();
        admin.close(Duration.ofSeconds(1));
    }

    private Map<TopicPartition, OffsetAndMetadata> committedOffsets() {
        try {
            return admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot see how far the processor has come", e);
        }
    }

    private List<TopicPartition> partitions(String topic) {
        return everything.partitionsFor(topic, ANSWERS_WITHIN).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers, String isolation) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        isolation),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
