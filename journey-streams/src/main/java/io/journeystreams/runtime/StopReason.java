package io.journeystreams.runtime;

/** Why the processor is not running any more. */
public sealed interface StopReason {

    /** It was closed. */
    record Closed() implements StopReason {}

    /**
     * It gave up.
     *
     * @param failure kind of the last failure, without texts that may quote the payload
     */
    record GaveUp(String failure) implements StopReason {}

    /**
     * It gave up because the broker no longer lets it do its work.
     *
     * @param resource what it may not use
     */
    record NotPermitted(String resource) implements StopReason {}
}
