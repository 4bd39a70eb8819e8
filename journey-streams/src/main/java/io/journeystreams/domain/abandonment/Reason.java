package io.journeystreams.domain.abandonment;

/** Why an alert may not be acted on, or why it was taken back (rules A6, A7, A11). */
public enum Reason {
    NONE,
    STALE,
    ALREADY_RESOLVED,
    CONSENT,
    UNREACHABLE,
    OUT_OF_STOCK,
    CONTROL,
    CAPPED,
    MIN_VALUE,
    LATE_PURCHASE,
    EMPTIED,
    SUPERSEDED,
    SUBMITTED,
    CANCELLED,
    MERGED,
    ERASED,
    RECOVERY_WINDOW_OVER,
    REPLACED,
    /** There was more left unfinished than a profile may hold. */
    OVERFLOW
}
