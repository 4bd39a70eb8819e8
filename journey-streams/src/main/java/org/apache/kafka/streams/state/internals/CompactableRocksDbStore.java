package org.apache.kafka.streams.state.internals;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.DBOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatchInterface;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The persistent store of Kafka Streams, whose files can be rid of what was deleted and overwritten (fault R11). RocksDB itself
 * does that when files have become many, which of a quiet store may be never, and Kafka Streams 4.3.1 flushes a store only when it
 * is closed.
 *
 * <p>It is in a package of Kafka's because {@link RocksDBStore} shows its database to nobody else; when that changes, the
 * compiler says so.
 */
@NullMarked
public final class CompactableRocksDbStore extends RocksDBStore {

    private static final Logger LOG = LoggerFactory.getLogger(CompactableRocksDbStore.class);
    private static final String METRICS_SCOPE = "rocksdb";

    /** Stores of this process that are open. */
    private static final Set<CompactableRocksDbStore> OPEN = ConcurrentHashMap.newKeySet();

    /** Held while the files are worked on, which closing waits for. */
    private final Object compaction = new Object();

    private final Object underWayLock = new Object();

    private List<ColumnFamilyHandle> families = List.of();
    private volatile boolean isWritten;
    private @Nullable CompactRangeOptions underWay;

    private CompactableRocksDbStore(String name) {
        super(name, METRICS_SCOPE);
    }

    public static KeyValueBytesStoreSupplier supplier(String name) {
        return new Supplier(name);
    }

    /** Rids the files of all open stores of what is no more; takes as long as it takes to write them anew. */
    public static void compactAll() {
        OPEN.forEach(CompactableRocksDbStore::compact);
    }

    /**
     * Dates the directories of tasks whose stores are in use. Kafka Streams dates a directory by when it was made, and would
     * after half a day of work take it for one that was left behind (seen in 4.3.1).
     */
    public static void dateAll(long nowMs) {
        OPEN.forEach(store -> store.date(nowMs));
    }

    @Override
    void openDB(Map<String, Object> configs, File stateDir) {
        super.openDB(configs, stateDir);
        isWritten = false;
        OPEN.add(this);
    }

    @Override
    protected List<ColumnFamilyHandle> openRocksDB(
            DBOptions options, ColumnFamilyDescriptor family, ColumnFamilyDescriptor... more) {
        families = super.openRocksDB(options, family, more);
        return families;
    }

    @Override
    public synchronized void put(Bytes key, byte @Nullable [] value) {
        isWritten = true;
        super.put(key, value);
    }

    @Override
    public void write(WriteBatchInterface batch) throws RocksDBException {
        isWritten = true;
        super.write(batch);
    }

    /** A compaction under way is broken off; it never waits for us. */
    @Override
    public synchronized void close() {
        if (OPEN.remove(this)) {
            cancel();
            date(System.currentTimeMillis());
        }
        synchronized (compaction) {
            super.close();
        }
    }

    private void compact() {
        synchronized (compaction) {
            try (CompactRangeOptions options = new CompactRangeOptions()
                    .setExclusiveManualCompaction(false)
                    .setBottommostLevelCompaction(BottommostLevelCompaction.kForce)
                    .setCanceled(false)) {
                nowUnderWay(options);
                compact(options);
            } catch (RocksDBException e) {
                LOG.atInfo().addKeyValue("store", name).log("the files of a store were not compacted this time");
            }
        }
    }

    /**
     * The data comes first. The few offsets come after it for another reason: RocksDB notes the first and last keys of its files, and
     * the note of what was is gone when the next one is made (see {@link io.journeystreams.runtime.BoundedRocksDb}).
     */
    private void compact(CompactRangeOptions options) throws RocksDBException {
        try {
            if (OPEN.contains(this)) {
                // data and offsets together: under exactly-once neither may be on disk without the other
                db.flush(fOptions, families);
                for (ColumnFamilyHandle family : families) {
                    db.compactRange(family, null, null, options);
                }
            }
        } finally {
            nowUnderWay(null);
        }
    }

    /** Options of the compaction under way are native memory: whoever cancels must find them alive. */
    private void nowUnderWay(@Nullable CompactRangeOptions options) {
        synchronized (underWayLock) {
            underWay = options;
        }
    }

    private void cancel() {
        synchronized (underWayLock) {
            if (underWay != null) {
                underWay.setCanceled(true);
            }
        }
    }

    /** Of a store that was only looked at, as all are at the start, nobody knows how old it is. */
    private void date(long nowMs) {
        File task = dbDir.getParentFile().getParentFile();
        if (isWritten && !task.setLastModified(nowMs)) {
            LOG.atWarn()
                    .addKeyValue("task", task.getName())
                    .log("the state directory of a task cannot be dated; a restart may restore it from Kafka");
        }
    }

    private record Supplier(String name) implements KeyValueBytesStoreSupplier {

        @Override
        public KeyValueStore<Bytes, byte[]> get() {
            return new CompactableRocksDbStore(name);
        }

        @Override
        public String metricsScope() {
            return METRICS_SCOPE;
        }
    }
}
