package io.journeystreams.intake;

import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Knows how far input partitions have been read. */
@FunctionalInterface
public interface ReadProgress {

    /** Used where inputs are fed one by one and are always read: in the test driver. */
    ReadProgress ALWAYS_FULLY_READ =
            (partition, lastProcessedOffset, nowMs) -> Optional.of(new ReadStanding(0, 0, nowMs));

    /**
     * The latest that is known of a partition; empty while it is in doubt. Does not block. To be called from the thread that
     * reads the partition.
     *
     * @param lastProcessedOffset of this reader, or -1 if it has processed nothing yet
     * @param nowMs wall clock, epoch milliseconds
     */
    Optional<ReadStanding> of(TopicPartition partition, long lastProcessedOffset, long nowMs);

    /**
     * Every partition of the journal is read as fast as it is written, whoever reads it: what is passed on from one to another is
     * not long under way. So it is where one reader reads all. Does not block.
     *
     * @param nowMs wall clock, epoch milliseconds
     */
    default boolean isWholeJournalRead(long nowMs) {
        return true;
    }
}
