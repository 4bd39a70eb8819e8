package io.journeystreams.letters;

import io.journeystreams.topology.LetterHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the topic of dead letters from its beginning to where it ended when that was asked. For one thread. */
public final class DeadLetterReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final String LIMIT_MS = "10000";

    private final KafkaConsumer<byte[], byte[]> committed;
    private final KafkaConsumer<byte[], byte[]> ends;
    private final List<TopicPartition> partitions;
    private final Duration patience;

    /**
     * @param patience how long to wait for transactions that are open, since what they hold back may say that a letter was redriven
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer, or do not let us
     */
    public DeadLetterReader(Map<String, String> clientProperties, String topic, Duration patience) {
        this.committed = consumer(clientProperties, "read_committed");
        this.ends = consumer(clientProperties, "read_uncommitted");
        this.patience = patience;
        this.partitions = committed.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        committed.assign(partitions);
    }

    /** Positions of what was redriven. */
    public Set<LetterPosition> redriven() {
        Set<LetterPosition> done = new HashSet<>();
        read(record -> {
            markOf(record).flatMap(LetterPosition::parse).ifPresent(done::add);
            return true;
        });
        return done;
    }

    /** Hands out the dead letters, in each partition from the oldest on. */
    public void forEach(Consumer<DeadLetter> action) {
        read(record -> {
            if (markOf(record).isEmpty()) {
                action.accept(new DeadLetter(record));
            }
            return true;
        });
    }

    /** As {@link #forEach}, for as long as it is answered with true. */
    public void whileTrue(Predicate<DeadLetter> action) {
        read(record -> markOf(record).isPresent() || action.test(new DeadLetter(record)));
    }

    private void read(Predicate<ConsumerRecord<byte[], byte[]>> action) {
        Map<TopicPartition, Long> end = ends.endOffsets(partitions);
        committed.seekToBeginning(partitions);
        long lastNewsNs = System.nanoTime();
        while (!isAt(end)) {
            var records = committed.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (!action.test(record)) {
                    return;
                }
            }
            lastNewsNs = records.isEmpty() ? lastNewsNs : System.nanoTime();
            if (System.nanoTime() - lastNewsNs > patience.toNanos()) {
                throw new TimeoutException("a transaction on the dead letters is open for longer than " + patience);
            }
        }
    }

    private boolean isAt(Map<TopicPartition, Long> end) {
        return end.entrySet().stream().allMatch(entry -> committed.position(entry.getKey()) >= entry.getValue());
    }

    private static Optional<byte[]> markOf(ConsumerRecord<byte[], byte[]> record) {
        // ours has no key and no value; a record that was sent to us with such a header is not ours
        @Nullable Header mark = record.headers().lastHeader(LetterHeaders.DONE);
        boolean isOurs = record.key() == null
                && record.value() == null
                && record.headers().lastHeader(LetterHeaders.REASON) == null;
        return mark == null || !isOurs ? Optional.empty() : Optional.of(mark.value());
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, String> clientProperties, String isolation) {
        Map<String, Object> config = new HashMap<>(clientProperties);
        config.put("isolation.level", isolation);
        config.put("default.api.timeout.ms", LIMIT_MS);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        committed.close();
        ends.close();
    }
}
