package io.journeystreams.topology;

import io.journeystreams.intake.CatchUp;
import io.journeystreams.intake.ReadProgress;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether the journal is read as it is written. A task that starts, after a crash or a move, first reads what was written
 * while it restored its state: news of purchases may be among it, so nobody is reminded before. The other partitions count too:
 * what came for a linked device or a merged customer is passed on from there.
 */
final class JournalReading {

    private final ReadProgress progress;
    private final TopicPartition journal;
    private final CatchUp catchUp = new CatchUp();
    private long lastReadOffset = -1;

    JournalReading(ReadProgress progress, int partition) {
        this.progress = progress;
        this.journal = new TopicPartition(Topics.JOURNAL, partition);
    }

    void onRead(long offset) {
        lastReadOffset = offset;
    }

    /** To be called once a second at least; the others' reading is asked for as well, so that it is known when it is needed. */
    void observe(long nowMs) {
        catchUp.observe(progress.of(journal, lastReadOffset, nowMs), nowMs);
        boolean unused = progress.isWholeJournalRead(nowMs);
    }

    boolean isCaughtUp(long nowMs) {
        if (!catchUp.isCaughtUp()) {
            observe(nowMs);
        }
        return catchUp.isCaughtUp() && progress.isWholeJournalRead(nowMs);
    }
}
