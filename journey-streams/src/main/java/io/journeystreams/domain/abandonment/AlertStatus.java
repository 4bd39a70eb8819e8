package io.journeystreams.domain.abandonment;

/**
 * What became of an alert (rule A1).
 *
 * <pre>
 *           ┌─► Recovered   bought after the deadline
 *   Live ───┼─► Retracted   should not have been: bought before, emptied, superseded
 *           └─► Expired     nothing happened, or a later alert took its place
 * </pre>
 */
public sealed interface AlertStatus {

    default boolean isLive() {
        return this instanceof Live;
    }

    record Live() implements AlertStatus {}

    /** @param atMs event time of the purchase, epoch milliseconds */
    record Recovered(long atMs, boolean viaLink) implements AlertStatus {}

    /** @param atMs event time of what took it back, epoch milliseconds */
    record Retracted(long atMs, Reason reason) implements AlertStatus {}

    /** @param atMs event time, epoch milliseconds */
    record Expired(long atMs, Reason reason) implements AlertStatus {}
}
