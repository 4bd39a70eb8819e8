package io.journeystreams.runtime;

import io.journeystreams.intake.ReadProgress;
import io.journeystreams.intake.ReadStanding;
import io.journeystreams.topology.Topics;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives Kafka Streams its clients, and knows from them how far an input partition has been read (rule T4). It has been read to
 * its end if
 *
 * <pre>
 *   the last offset that poll handed out has been processed
 *   and the consumer has read all that is committed             (current lag 0)
 *   and it stands at the partition's end offset                 (no transaction of a producer is open there)
 * </pre>
 *
 * A stream thread polls its consumer and runs its processors, so the consumer that polled last in a thread is the one that
 * feeds the processors of that thread. For the classic group protocol.
 */
public final class ProgressTrackingClientSupplier implements KafkaClientSupplier, ReadProgress {

    private static final ThreadLocal<@Nullable ProgressTrackingConsumer> CONSUMERS = new ThreadLocal<>();

    private final String group;
    private volatile @Nullable EndOffsets endOffsets;
    private volatile @Nullable GroupReading journal;

    /** @param group whose members read the journal */
    public ProgressTrackingClientSupplier(String group) {
        this.group = group;
    }

    @Override
    public Optional<ReadStanding> of(TopicPartition partition, long lastProcessedOffset, long nowMs) {
        ProgressTrackingConsumer consumer = CONSUMERS.get();
        EndOffsets ends = endOffsets;
        if (consumer == null || ends == null) {
            return Optional.empty();
        }
        long readUpTo = consumer.readUpTo(partition, lastProcessedOffset);
        return ends.latest(partition, nowMs).map(end -> new ReadStanding(readUpTo, end.offset(), end.asOfMs()));
    }

    @Override
    public boolean isWholeJournalRead(long nowMs) {
        GroupReading reading = journal;
        return reading != null && reading.isCaughtUp(nowMs);
    }

    /** Called once by each {@code KafkaStreams}, which closes the client. */
    @Override
    public Admin getAdmin(Map<String, Object> config) {
        Admin admin = Admin.create(config);
        endOffsets = new EndOffsets(admin);
        journal = new GroupReading(admin, group, Topics.JOURNAL);
        return admin;
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new AbortingOnceProducer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new ProgressTrackingConsumer(config, CONSUMERS::set);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return plainConsumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return plainConsumer(config);
    }

    private static Consumer<byte[], byte[]> plainConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
