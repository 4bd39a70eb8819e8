package io.journeystreams.domain.abandonment;

/** What is needed before a customer may be contacted (gate CONSENT of rule A11). */
public enum ConsentRule {
    /** The customer has agreed. */
    OPT_IN,
    /** The customer has agreed, or has a kept order and has not refused. */
    EXISTING_CUSTOMER,
    /** Nothing: somebody else sees to it. */
    NONE
}
