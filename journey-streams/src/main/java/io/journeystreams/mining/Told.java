package io.journeystreams.mining;

/** What a record of the log tells of a transition: a revision of it, or that another one stands in its place. */
sealed interface Told permits Move, Superseding {

    /** Of the transition. */
    String id();

    Position position();

    /** Intake time of what led to the record, epoch milliseconds. */
    long emittedAtMs();

    /** Whether readers were told this after the other: in one partition its order says so, across partitions the intake. */
    default boolean isAfter(Told other) {
        return position().partition() == other.position().partition()
                ? position().offset() > other.position().offset()
                : emittedAtMs() >= other.emittedAtMs();
    }

    /** Where the record stands; of a file the partition is 0, and the offset its line. */
    record Position(int partition, long offset) {}
}
