package io.journeystreams.runtime;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.state.internals.CompactableRocksDbStore;

/**
 * Looks after the files of the stores (fault R11): what was erased is gone from them in time, and the directories tell when they
 * were last in use. One thread, one store after the other.
 */
final class StoreUpkeep implements AutoCloseable {

    private static final Duration DATING = Duration.ofMinutes(10);

    /** A processor that is restarted often must come to it too. */
    private static final Duration FIRST_AT_THE_LATEST = Duration.ofMinutes(15);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread daemon = new Thread(run, "store-upkeep");
        daemon.setDaemon(true);
        return daemon;
    });

    /** @param compaction between the end of one compaction and the beginning of the next */
    static StoreUpkeep start(Duration compaction) {
        StoreUpkeep upkeep = new StoreUpkeep();
        long everyMs = compaction.toMillis();
        long firstMs = Math.min(everyMs, FIRST_AT_THE_LATEST.toMillis());
        var unused = upkeep.thread.scheduleWithFixedDelay(
                CompactableRocksDbStore::compactAll, firstMs, everyMs, TimeUnit.MILLISECONDS);
        var unusedEither = upkeep.thread.scheduleWithFixedDelay(
                () -> CompactableRocksDbStore.dateAll(System.currentTimeMillis()),
                DATING.toMillis(),
                DATING.toMillis(),
                TimeUnit.MILLISECONDS);
        return upkeep;
    }

    /** Does not wait: a store that is closed breaks its compaction off. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
