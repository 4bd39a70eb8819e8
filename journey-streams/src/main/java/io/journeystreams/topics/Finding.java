package io.journeystreams.topics;

/**
 * A difference between what the cluster has and what the processor wants.
 *
 * @param subject name of a topic, or what else it is about
 * @param what is wrong, and what to do
 */
public record Finding(String subject, Kind kind, String what) {

    /** What differs, and whether the processor may start nevertheless. */
    public enum Kind {
        MISSING(true),
        CLEANUP_POLICY(true),
        RETENTION(true),
        MESSAGE_SIZE(true),
        NOT_AUTHORIZED(true),
        COMPACTION(false),
        TIMESTAMPS(false),
        PARTITIONS(false),
        CHANGELOG_PARTITIONS(true);

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
        return subject + ": " + what;
    }
}
