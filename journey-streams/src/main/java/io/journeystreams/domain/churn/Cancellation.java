package io.journeystreams.domain.churn;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * What a customer said who wants to leave (rule C2).
 *
 * @param effectiveAtMs when the contract is to end, epoch milliseconds; empty if nobody has told
 * @param feedback in the customer's words, or as the source codes it; at most 500 characters
 */
public record Cancellation(OptionalLong effectiveAtMs, Optional<String> feedback) {

    /** Said again: the last word counts. */
    Cancellation with(Cancellation later) {
        return new Cancellation(
                LongStream.concat(later.effectiveAtMs.stream(), effectiveAtMs.stream())
                        .findFirst(),
                later.feedback.or(() -> feedback));
    }
}
