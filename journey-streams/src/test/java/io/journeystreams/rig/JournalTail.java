package io.journeystreams.rig;

import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.contracts.SourcePosition;
import io.journeystreams.contracts.Watermark;
import io.journeystreams.registry.AvroDeserializer;
import io.journeystreams.registry.WriterSchemas;
import io.journeystreams.topology.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Follows the committed journal from its beginning, in all partitions. For one thread. */
public final class JournalTail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AvroDeserializer<JournalEntry> deserializer;
    private final Set<SourcePosition> events = new HashSet<>();
    private final Map<TopicPartition, Map<String, Long>> watermarks = new HashMap<>();
    private final Map<TopicPartition, Set<String>> caughtUp = new HashMap<>();
    private final Map<TopicPartition, Long> last = new HashMap<>();

    public JournalTail(Cluster cluster) {
        this.consumer = cluster.consumer();
        this.deserializer = new AvroDeserializer<>(JournalEntry.class, new WriterSchemas(cluster.registry()));
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.JOURNAL).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        partitions.forEach(partition -> {
            watermarks.put(partition, new HashMap<>());
            caughtUp.put(partition, new HashSet<>());
        });
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads on. */
    public JournalTail poll() {
        consumer.poll(POLL).forEach(this::take);
        return this;
    }

    /** Events read so far. */
    public int events() {
        return events.size();
    }

    public boolean hasEventFrom(SourcePosition position) {
        return events.contains(position);
    }

    /** Whether every journal partition has heard every one of the sources say that it has come to a time. */
    public boolean hasHeard(Collection<String> sources, long timeMs) {
        return watermarks.values().stream().allMatch(heard -> sources.stream()
                .allMatch(source -> heard.getOrDefault(source, Long.MIN_VALUE) >= timeMs));
    }

    /** Whether every journal partition has heard every one of the sources say that it has caught up. */
    public boolean hasCaughtUp(Collection<String> sources) {
        return caughtUp.values().stream().allMatch(heard -> heard.containsAll(sources));
    }

    /** The offset of the last entry read, by partition; of partitions without entries nothing. */
    public Map<TopicPartition, Long> lastOffsets() {
        return Map.copyOf(last);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        Object body = Objects.requireNonNull(deserializer.deserialize(record.topic(), record.value()))
                .getBody();
        last.put(partition, record.offset());
        if (body instanceof JournaledEvent event) {
            events.add(event.getPosition());
        } else if (body instanceof Watermark watermark) {
            hear(partition, watermark);
        }
    }

    private void hear(TopicPartition partition, Watermark watermark) {
        Objects.requireNonNull(watermarks.get(partition))
                .merge(watermark.getSource(), watermark.getTime().toEpochMilli(), Math::max);
        Set<String> sources = Objects.requireNonNull(caughtUp.get(partition));
        boolean unused =
                watermark.getCaughtUp() ? sources.add(watermark.getSource()) : sources.remove(watermark.getSource());
    }
}
