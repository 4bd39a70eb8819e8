package io.journeystreams.load.steady;

/**
 * When each event is due, whatever became of those before it: the events are numbered from 0, and lie equally far apart.
 *
 * @param startNanos of this JVM's clock, at which number 0 is due
 * @param startMs the same moment, epoch milliseconds
 * @param rate events a second
 */
record Schedule(long startNanos, long startMs, int rate) {

    private static final long NANOS = 1_000_000_000;
    private static final long MILLIS = 1_000;

    long dueNanos(long number) {
        return startNanos + number * NANOS / rate;
    }

    /** Event time, epoch milliseconds. */
    long dueMs(long number) {
        return startMs + number * MILLIS / rate;
    }

    /** The first number that is due in this millisecond or later; below 0 before the start. */
    long firstDueAt(long ms) {
        return -Math.floorDiv((startMs - ms) * rate, MILLIS);
    }
}
