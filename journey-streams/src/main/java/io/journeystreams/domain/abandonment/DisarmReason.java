package io.journeystreams.domain.abandonment;

/** Why a subject that was armed will not become an alert (rule A1). */
public enum DisarmReason {
    BOUGHT,
    EMPTIED,
    /** Moved up: a higher kind took over, for example the cart went to the till. */
    MOVED_UP,
    /** Moved down: the customer went back from the till to the cart. */
    MOVED_DOWN,
    /** Another of its kind took its place in the same episode. */
    REPLACED,
    /** What was searched for led to a product. */
    VIEWED,
    /** The form was submitted. */
    SUBMITTED,
    /** The order that waited for its payment was paid. */
    PAID,
    /** The order that waited for its payment was cancelled. */
    CANCELLED,
    /** A program had armed it, as turned out (rule S6). */
    BOT,
    /** Two profiles became one, and the other's subject stands for both. */
    MERGED,
    /** The customer was forgotten. */
    ERASED,
    /** There was more left unfinished than a profile may hold; nobody is reminded of it. */
    OVERFLOW
}
