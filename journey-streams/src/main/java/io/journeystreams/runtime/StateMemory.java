package io.journeystreams.runtime;

/**
 * How much memory the state of this process takes: profiles in use as objects, in the heap, and the stores of all tasks together, outside
 * it (fault R4).
 *
 * @param profileHeapPercent of the heap that the process may have, 0 to 75; with 0 no profile is kept as an object
 * @param rocksDbMb native memory, MiB, at least 16: cached blocks with their indexes and filters, a quarter of it at the most for what is
 *     not yet written to disk
 */
public record StateMemory(int profileHeapPercent, int rocksDbMb) {

    private static final int MOST_HEAP_PERCENT = 75;
    private static final int LEAST_ROCKS_DB_MB = 16;

    private static final long MB = 1024L * 1024;

    public StateMemory {
        if (profileHeapPercent < 0 || profileHeapPercent > MOST_HEAP_PERCENT) {
            throw new IllegalArgumentException("profileHeapPercent must be 0 to 75: " + profileHeapPercent);
        }
        if (rocksDbMb < LEAST_ROCKS_DB_MB) {
            throw new IllegalArgumentException("rocksDbMb must be at least 16: " + rocksDbMb);
        }
    }

    public static StateMemory defaults() {
        return new StateMemory(25, 128);
    }

    long blockCacheBytes() {
        return rocksDbMb * MB;
    }

    /** Counted against the block cache. */
    long writeBufferBytes() {
        return blockCacheBytes() / 4;
    }
}
