package io.journeystreams.demo;

/** What the shop knows of a shopper when the visit begins. */
enum Standing {
    /** Nothing: not logged in. */
    STRANGER,
    /** Logged in, and has never ordered. */
    MEMBER,
    /** Logged in, with orders of the weeks before. */
    REGULAR
}
