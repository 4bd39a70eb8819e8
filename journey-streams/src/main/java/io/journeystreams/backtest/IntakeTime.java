package io.journeystreams.backtest;

/** When the events are taken in, which decides what may still be acted on (rule T6). */
public sealed interface IntakeTime {

    /** Every event as it was ingested: what a processor that ran all the time would have done. */
    record AsLive() implements IntakeTime {}

    /** All of it at one moment, as when a processor reads what has piled up. Epoch milliseconds. */
    record AllAt(long epochMs) implements IntakeTime {}
}
