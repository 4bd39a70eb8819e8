package io.journeystreams.intake;

/** What intake counts; every record is {@link #ACCEPTED} or {@link #REJECTED}, the others are said besides. */
public enum IntakeOutcome {
    ACCEPTED,
    REJECTED,
    /** The source's time was replaced by the time of ingestion (rule T2). */
    FUTURE_STAMPED,
    /** Older than the lateness bound on arrival (rule T3). */
    LATE,
    /** Names neither customer nor device: a profile of its own. */
    UNIDENTIFIED,
    /** An id was given that identifies nobody (rule I7). */
    IDENTITY_REFUSED,
    /** An order whose lines or total cannot be read: taken as one that names nothing (rule A4). */
    GOODS_UNREADABLE,
    /** A name, an address or an attribute was longer than what is kept of it, and was cut (fault R8). */
    TEXTS_CUT,
    /** The record has no key. */
    KEY_MISSING,
    /** The record's key is not the id in its payload (rule O1). */
    KEY_CONTRADICTS,
    /** The record's key is not the id in its payload, or missing, as was announced (rule O1, {@code rekey}). */
    REKEYED
}
