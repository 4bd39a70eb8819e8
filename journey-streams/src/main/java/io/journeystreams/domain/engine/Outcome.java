package io.journeystreams.domain.engine;

/** What became of an input event; every event has exactly one of all but {@link #ELAPSED}. */
public enum Outcome {
    /** Took its place in the history. */
    APPLIED,
    /** Older than the lateness bound: changed nothing, but for a purchase (rule T3). */
    LATE,
    /** Had been seen before (rule T8). */
    DUPLICATE,
    /** The history was full; the event changed nothing. */
    TRUNCATED,
    /** There was no event: time passed. */
    ELAPSED
}
