package io.journeystreams.topics;

/**
 * A difference between a topic and what the processor wants.
 *
 * @param what is wrong, and what to do
 */
public record Finding(String topic, Kind kind, String what) {

    /** What differs, and whether the processor may start nevertheless. */
    public enum Kind {
        MISSING(true),
        CLEANUP_POLICY(true),
        RETENTION(true),
        MESSAGE_SIZE(true),
        NOT_AUTHORIZED(true),
        COMPACTION(false),
        TIMESTAMPS(false),
        PARTITIONS(false);

        private final boolean isError;

        Kind(boolean isError) {
            this.isError = isError;
        }
    }

    public boolean isError() {
        return kind.isError;
    }

    @Override
    public String toString() {
        return topic + ": " + what;
    }
}
