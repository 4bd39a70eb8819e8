package io.journeystreams.runtime;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A producer that begins no transaction after one that it has aborted: it says that it is fenced, upon which Kafka Streams gives
 * back all tasks of the thread and reads them again from the last commit, with a producer that is new.
 *
 * <p>All tasks of a stream thread share one transaction. When one of them fails (its state is corrupted, a request timed out),
 * Kafka Streams commits what the others have done before it closes that one and aborts the rest. While a rebalance is going on,
 * however, it skips that commit and aborts all the same (seen in 4.3.1, {@code TaskManager.handleCorruption}). The others
 * would read on from where they are, and what they wrote in that transaction would be lost: input records that are neither in the
 * journal nor in the dead letters.
 */
final class AbortingOnceProducer extends KafkaProducer<byte[], byte[]> {

    private boolean hasAborted;

    AbortingOnceProducer(Map<String, Object> config) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** @throws ProducerFencedException if a transaction was aborted before */
    @Override
    public void beginTransaction() {
        if (hasAborted) {
            throw new ProducerFencedException("a transaction was aborted; all that it was about is to be read again");
        }
        super.beginTransaction();
    }

    @Override
    public void abortTransaction() {
        hasAborted = true;
        super.abortTransaction();
    }
}
