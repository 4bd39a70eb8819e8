package io.journeystreams.domain.churn;

/** Why an alert is told as it is. */
public enum ChurnReason {
    NONE,
    /** Told too late to be acted on (rule T6). */
    STALE,
    /** It was over when it was told. */
    ALREADY_CLEARED,
    /** The level rose. */
    ESCALATED,
    /** What had cleared it was taken back. */
    REINSTATED,
    /** The customer has bought. */
    PURCHASE,
    /** The renewal was paid. */
    PAYMENT,
    /** The customer has withdrawn the cancellation, or begun a new contract. */
    RESUBSCRIBED,
    /** The level fell below the band. */
    RECOVERED,
    /** The contract has ended. */
    CHURNED,
    /** The customer is another one as well, and not silent as that one. */
    MERGED,
    /** The customer had bought before it fired. */
    LATE_PURCHASE,
    /** What came late shows that there was no reason for it. */
    CORRECTED,
    /** The customer is forgotten (rule I8). */
    ERASED
}
