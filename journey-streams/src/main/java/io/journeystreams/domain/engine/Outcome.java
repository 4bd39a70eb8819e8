package io.journeystreams.domain.engine;

/** What became of an input event; every event has exactly one; those that say so stand for other entries. */
public enum Outcome {
    /** Took its place in the history. */
    APPLIED,
    /** Older than the lateness bound: changed nothing, but for a purchase (rule T3). */
    LATE,
    /** Had been seen before (rule T8). */
    DUPLICATE,
    /** The history was full; the event changed nothing. */
    TRUNCATED,
    /** Counted, whatever it was; the profile had grown too large and was reduced: nobody is reminded of what it held. */
    REDUCED,
    /** Passed on to the profile in which this one goes on (rules I2, I5). */
    RELAYED,
    /** Of a customer who was erased afterwards: dropped (rule I8). */
    ERASED,
    /** Merged with itself or in a circle: changed nothing (rule I5). */
    NO_MERGE,
    /** There was no event: a customer was seen on a device, or is no more. */
    LINKED,
    /** There was no event: everything was given to another profile (rule I3). */
    HANDED_OVER,
    /** There was no event: another profile goes on in this one (rule I3). */
    ADOPTED,
    /** There was no event: time passed. */
    ELAPSED
}
