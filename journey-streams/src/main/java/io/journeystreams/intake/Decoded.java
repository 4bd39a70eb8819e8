package io.journeystreams.intake;

/** What came of decoding bytes. */
public sealed interface Decoded<T> {

    record Value<T>(T value) implements Decoded<T> {}

    /** @param message what is wrong, without values */
    record Failed<T>(RejectionReason reason, String message) implements Decoded<T> {}
}
