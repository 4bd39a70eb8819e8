package io.journeystreams.domain.person;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person has said about being contacted.
 *
 * @param atMs when, epoch milliseconds
 */
public record Consent(Status status, long atMs) {

    /** What was said last; of two at the same time the refusal. */
    private static final Comparator<Consent> LAST =
            Comparator.comparingLong(Consent::atMs).thenComparing(Consent::status);

    /** In this order, so that at the same time a refusal counts. */
    public enum Status {
        GRANTED,
        DENIED;

        /** What a source means by a word; empty if it is none of the words that we know. */
        static Optional<Status> of(String word) {
            return switch (word.strip().toLowerCase(Locale.ROOT)) {
                case "granted", "opted_in", "subscribed", "true", "yes" -> Optional.of(GRANTED);
                case "denied", "revoked", "withdrawn", "opted_out", "unsubscribed", "false", "no" ->
                    Optional.of(DENIED);
                default -> Optional.empty();
            };
        }
    }

    boolean isGranted() {
        return status == Status.GRANTED;
    }

    Consent later(Consent other) {
        return LAST.compare(this, other) >= 0 ? this : other;
    }
}
