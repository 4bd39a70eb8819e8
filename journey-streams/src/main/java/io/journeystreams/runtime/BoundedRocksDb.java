package io.journeystreams.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Lets all stores of the process share one block cache and one budget for write buffers, so that memory does not grow with
 * the number of partitions. The sizes of the first store that opens are the sizes of all; the shared parts live as long as the
 * process.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    static final String BLOCK_CACHE_BYTES = "journey.rocksdb.block.cache.bytes";
    static final String WRITE_BUFFER_BYTES = "journey.rocksdb.write.buffer.bytes";

    /** Bits per key: about one wrong positive in a hundred. */
    private static final double BLOOM_BITS = 10;

    private static final int SHARD_BITS_BY_SIZE = -1;
    private static final boolean MAY_GROW = false;

    /** Share of the cache kept for indexes and filters. */
    private static final double HIGH_PRIORITY_SHARE = 0.1;

    private static final long BLOCK_BYTES = 16L * 1024;
    private static final long LARGEST_BUFFER_BYTES = 8L * 1024 * 1024;
    private static final int BUFFERS = 3;

    /**
     * A buffer takes memory in blocks of this size, and the budget counts blocks, full or not. By default they have an eighth of a
     * buffer: 24 stores would use up the budget while nearly empty and be flushed all the time.
     */
    private static final long ARENA_BLOCK_BYTES = 64L * 1024;

    /**
     * The list of files, with the first and last key of each, is written anew whenever it changes, a few times an hour. RocksDB
     * would otherwise append to it until it has a gigabyte, and so keep keys of profiles that were erased long ago (fault R11).
     */
    private static final long NO_HISTORY_BYTES = 1;

    private static @Nullable Shared shared;

    /** Native objects that every store uses. */
    private record Shared(Cache cache, WriteBufferManager writeBuffers, long writeBufferBytes) {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        Shared parts = sharedParts(configs);
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(parts.cache());
        table.setBlockSize(BLOCK_BYTES);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinL0FilterAndIndexBlocksInCache(true);
        table.setFilterPolicy(new BloomFilter(BLOOM_BITS));
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(parts.writeBuffers());
        options.setWriteBufferSize(Math.min(LARGEST_BUFFER_BYTES, parts.writeBufferBytes()));
        options.setMaxWriteBufferNumber(BUFFERS);
        options.setArenaBlockSize(ARENA_BLOCK_BYTES);
        options.setMaxManifestFileSize(NO_HISTORY_BYTES);
    }

    @Override
    public void close(String storeName, Options options) {
        // cache and write buffers are everybody's; the options are closed by the store
    }

    private static synchronized Shared sharedParts(Map<String, Object> configs) {
        if (shared == null) {
            long bufferBytes = bytes(configs, WRITE_BUFFER_BYTES);
            Cache cache =
                    new LRUCache(bytes(configs, BLOCK_CACHE_BYTES), SHARD_BITS_BY_SIZE, MAY_GROW, HIGH_PRIORITY_SHARE);
            shared = new Shared(cache, new WriteBufferManager(bufferBytes, cache), bufferBytes);
        }
        return shared;
    }

    private static long bytes(Map<String, Object> configs, String key) {
        return Long.parseLong(String.valueOf(configs.get(key)));
    }
}
