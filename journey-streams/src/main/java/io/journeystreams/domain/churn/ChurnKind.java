package io.journeystreams.domain.churn;

/** Why a customer may be leaving. What the customer wants and what only happens to them are never mixed (rule C2). */
public enum ChurnKind {
    /** Without a contract: silence lasts longer than it used to (rule C1). */
    NON_CONTRACTUAL,
    /** With a contract: signals add up. */
    CONTRACTUAL,
    /** The customer has asked to cancel. */
    VOLUNTARY,
    /** A renewal could not be charged. */
    INVOLUNTARY
}
