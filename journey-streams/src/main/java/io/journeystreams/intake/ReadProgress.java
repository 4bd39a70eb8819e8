package io.journeystreams.intake;

import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** Knows whether an input partition has been read to its end. */
@FunctionalInterface
public interface ReadProgress {

    /** Used where inputs are fed one by one and are always read: in the test driver. */
    ReadProgress ALWAYS_FULLY_READ = (partition, lastProcessedOffset, nowMs) -> OptionalLong.of(nowMs);

    /**
     * The latest time known at which all that the partition held has been read by now: records of open transactions included,
     * and nothing that was handed to the reader still waiting to be processed. What was appended later is not spoken of. Empty
     * if something is left, or in doubt. Does not block. To be called from the thread that reads the partition.
     *
     * @param lastProcessedOffset of this reader, or -1 if it has processed nothing yet
     * @param nowMs wall clock, epoch milliseconds
     */
    OptionalLong fullyReadAsOf(TopicPartition partition, long lastProcessedOffset, long nowMs);
}
