package io.journeystreams.domain.churn;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What is known of a customer's contract. Several at the same time count as one.
 *
 * @param running the customer is bound by it, and so not judged by silence
 * @param endedAtMs when the last one that has ended did, epoch milliseconds
 */
public record Contract(Optional<RunningContract> running, OptionalLong endedAtMs) {

    public static final Contract NONE = new Contract(Optional.empty(), OptionalLong.empty());

    public boolean isActive() {
        return running.isPresent();
    }

    /** It has ended, and none has begun since. */
    boolean isOver() {
        return running.isEmpty() && endedAtMs.isPresent();
    }

    /** Epoch milliseconds. */
    boolean hasEndedBetween(long afterMs, long untilMs) {
        return endedAtMs.isPresent() && endedAtMs.getAsLong() > afterMs && endedAtMs.getAsLong() <= untilMs;
    }

    Contract with(RunningContract next) {
        return new Contract(Optional.of(next), endedAtMs);
    }

    /** @param atMs epoch milliseconds */
    Contract ended(long atMs) {
        return new Contract(Optional.empty(), OptionalLong.of(atMs));
    }

    /** Of two profiles that are one now: who is bound by either is bound. */
    Contract union(Contract other) {
        return new Contract(
                Stream.concat(running.stream(), other.running.stream()).reduce(RunningContract::union),
                LongStream.concat(endedAtMs.stream(), other.endedAtMs.stream()).max());
    }
}
