package io.journeystreams.state;

import java.util.concurrent.atomic.AtomicInteger;

/** Heap that the profiles in use may take in this process, shared evenly by the tasks that run here. Safe for several threads. */
public final class HeapBudget {

    private static final int USUAL_PERCENT = 25;

    private volatile long bytes;
    private final AtomicInteger shares = new AtomicInteger();

    /** @param bytes at least 0 */
    public HeapBudget(long bytes) {
        this.bytes = bytes;
    }

    /** A quarter of the heap that this process may have. */
    public static HeapBudget usual() {
        return ofPercent(USUAL_PERCENT);
    }

    /** @param percent of the heap that this process may have, 0 to 100 */
    public static HeapBudget ofPercent(int percent) {
        return new HeapBudget(Runtime.getRuntime().maxMemory() / 100 * percent);
    }

    /** Of a task that starts; to be closed with it. */
    public Share share() {
        shares.incrementAndGet();
        return new Share();
    }

    /** What one task may take. For one thread, which closes it once. */
    public final class Share implements AutoCloseable {

        private Share() {}

        /** Becomes less when another task starts here. */
        long bytes() {
            return bytes / Math.max(1, shares.get());
        }

        /** Nothing is kept in heap any more, by no task of this process. */
        void renounce() {
            HeapBudget.this.bytes = 0;
        }

        @Override
        public void close() {
            shares.decrementAndGet();
        }
    }
}
