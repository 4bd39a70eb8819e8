package io.journeystreams.runtime;

/**
 * How much native memory the stores of this process take together (fault R4).
 *
 * @param blockCacheBytes of all stores: cached blocks, with their indexes and filters
 * @param writeBufferBytes of all stores: what is not yet written to disk; counted against the block cache
 */
public record RocksDbMemory(long blockCacheBytes, long writeBufferBytes) {

    public RocksDbMemory {
        if (writeBufferBytes < 1 || blockCacheBytes <= writeBufferBytes) {
            throw new IllegalArgumentException("writeBufferBytes must be positive and below blockCacheBytes: "
                    + writeBufferBytes + ", " + blockCacheBytes);
        }
    }

    public static RocksDbMemory defaults() {
        return new RocksDbMemory(128L * 1024 * 1024, 32L * 1024 * 1024);
    }
}
