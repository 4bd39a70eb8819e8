package io.journeystreams.topology;

/**
 * By how much a profile may grow in its store with one decision, bytes. Generous: all that comes of too much is that a profile is encoded
 * sooner than at the commit.
 */
final class Growth {

    /** What the rules make of an event, or of time alone: sessions, alerts, transitions, forecasts. */
    private static final int OF_A_DECISION = 4 * 1024;

    /** What is in an entry is kept once, and once more in alerts; a text that it has in a short form is longer there. */
    private static final int TIMES_KEPT = 4;

    private Growth() {}

    static int of(byte[] entry) {
        return OF_A_DECISION + TIMES_KEPT * entry.length;
    }

    static int ofTime() {
        return OF_A_DECISION;
    }
}
