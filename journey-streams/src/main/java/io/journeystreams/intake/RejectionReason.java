package io.journeystreams.intake;

/** Why a record is not taken in (rule O3). The names stand in dead letters and metrics, and stay. */
public enum RejectionReason {
    /** The bytes are not what the wire format or the schema promise. */
    UNREADABLE,
    /** The registry does not know the schema id. */
    UNKNOWN_SCHEMA,
    /** The bytes hold a record of another kind than the topic is for. */
    WRONG_TYPE,
    NULL_VALUE,
    MISSING_EVENT_ID,
    MISSING_TYPE,
    /** The source gave no time, or one before 1970. */
    MISSING_TIME,
    /** A CRM event that names no customer. */
    MISSING_CUSTOMER,
    /** The Kafka record carries no time, or one before 1970. */
    INVALID_RECORD_TIMESTAMP,
    /** A field holds what its contract does not allow. */
    INVALID_VALUE,
    /** Larger than what can be taken in, or published. */
    TOO_LARGE,
    /** A journal entry of a kind that this version does not know. */
    UNSUPPORTED,
    /** The rules failed on it: a fault of this program. */
    RULES_FAILED
}
