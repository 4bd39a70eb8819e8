package io.journeystreams.runtime;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A consumer that knows what it has handed out: records wait in the buffers of Kafka Streams before they are processed, so
 * that a position at the end does not say that all is done.
 */
final class ProgressTrackingConsumer extends KafkaConsumer<byte[], byte[]> {

    /** {@link #position} does not wait when the position is known. */
    private static final Duration NO_WAIT = Duration.ZERO;

    private final Consumer<ProgressTrackingConsumer> onPoll;
    private final Map<TopicPartition, Long> lastHandedOut = new HashMap<>();

    /** @param onPoll told, in the polling thread, who polls */
    ProgressTrackingConsumer(Map<String, Object> config, Consumer<ProgressTrackingConsumer> onPoll) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.onPoll = onPoll;
    }

    /**
     * Every record before this offset has been processed. Where nothing of what was handed out waits and all that is committed
     * has been read, this is the consumer's position, which the marks of transactions move too.
     *
     * @param lastProcessedOffset -1 if nothing was processed
     */
    long readUpTo(TopicPartition partition, long lastProcessedOffset) {
        boolean isAllProcessed = lastHandedOut.getOrDefault(partition, lastProcessedOffset) <= lastProcessedOffset;
        OptionalLong lag = currentLag(partition);
        boolean isAllRead = lag.isPresent() && lag.getAsLong() == 0;
        return isAllProcessed && isAllRead ? positionOr(lastProcessedOffset + 1, partition) : lastProcessedOffset + 1;
    }

    /**
     * While a position is being validated, after the broker was lost, it is not known although the lag is. What is thrown then
     * would look to Kafka Streams like a producer that times out, and cost the task its state.
     */
    private long positionOr(long fallback, TopicPartition partition) {
        try {
            return position(partition, NO_WAIT);
        } catch (TimeoutException notKnown) {
            return fallback;
        }
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        onPoll.accept(this);
        ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> batch = records.records(partition);
            lastHandedOut.put(partition, batch.get(batch.size() - 1).offset());
        }
        return records;
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
        super.subscribe(topics, new Forgetting(listener));
    }

    @Override
    public void subscribe(Pattern pattern, ConsumerRebalanceListener listener) {
        super.subscribe(pattern, new Forgetting(listener));
    }

    /** A task that starts anew begins elsewhere, and what it had been handed is thrown away. */
    @Override
    public void seek(TopicPartition partition, long offset) {
        lastHandedOut.remove(partition);
        super.seek(partition, offset);
    }

    @Override
    public void seek(TopicPartition partition, OffsetAndMetadata offset) {
        lastHandedOut.remove(partition);
        super.seek(partition, offset);
    }

    @Override
    public void seekToBeginning(Collection<TopicPartition> partitions) {
        lastHandedOut.keySet().removeAll(partitions);
        super.seekToBeginning(partitions);
    }

    @Override
    public void seekToEnd(Collection<TopicPartition> partitions) {
        lastHandedOut.keySet().removeAll(partitions);
        super.seekToEnd(partitions);
    }

    /** Forgets partitions that are taken away. */
    private final class Forgetting implements ConsumerRebalanceListener {

        private final ConsumerRebalanceListener next;

        private Forgetting(ConsumerRebalanceListener next) {
            this.next = next;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            lastHandedOut.keySet().removeAll(partitions);
            next.onPartitionsAssigned(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            lastHandedOut.keySet().removeAll(partitions);
            next.onPartitionsRevoked(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            lastHandedOut.keySet().removeAll(partitions);
            next.onPartitionsLost(partitions);
        }
    }
}
