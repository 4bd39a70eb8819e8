package io.journeystreams.observe;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the restoring of state from Kafka has come. Safe for many threads. */
public final class RestoreProgress implements StateRestoreListener {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreProgress.class);
    private static final int PERCENT = 100;

    private final Map<TopicPartition, Progress> restoring = new ConcurrentHashMap<>();

    private record Progress(long total, long restored) {}

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long startOffset, long endOffset) {
        restoring.put(partition, new Progress(Math.max(0, endOffset - startOffset), 0));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEndOffset, long restored) {
        restoring.computeIfPresent(
                partition, (unused, progress) -> new Progress(progress.total(), progress.restored() + restored));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long totalRestored) {
        restoring.remove(partition);
        if (totalRestored > 0) {
            LOG.atInfo()
                    .addKeyValue("store", store)
                    .addKeyValue("partition", partition.partition())
                    .addKeyValue("records", totalRestored)
                    .log("state restored");
        }
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long totalRestored) {
        restoring.remove(partition);
    }

    /** Percent of what is being restored now; empty if nothing is. */
    public OptionalInt percent() {
        if (restoring.isEmpty()) {
            return OptionalInt.empty();
        }
        long total = 0;
        long restored = 0;
        for (Progress progress : restoring.values()) {
            total += progress.total();
            restored += progress.restored();
        }
        return OptionalInt.of(total == 0 ? PERCENT : (int) Math.min(PERCENT, restored * PERCENT / total));
    }
}
