package io.journeystreams.domain.abandonment;

/** Why a subject that was armed will not become an alert (rule A1). */
public enum DisarmReason {
    BOUGHT,
    EMPTIED,
    /** Moved up: a higher kind took over, for example the cart went to the till. */
    MOVED_UP,
    /** Moved down: the customer went back from the till to the cart. */
    MOVED_DOWN,
    /** A program had armed it, as turned out (rule S6). */
    BOT,
    /** Two profiles became one, and the other's subject stands for both. */
    MERGED,
    /** The customer was forgotten. */
    ERASED
}
