package io.journeystreams.topology;

import io.journeystreams.state.StoredSize;

/**
 * By how much a profile may grow in its store with one decision. The most is generous: all that comes of too much is that a profile is
 * encoded sooner than at the commit.
 */
final class Growth {

    /** What the rules make of an event, or of time alone, bytes: sessions, alerts, transitions, forecasts. */
    private static final int OF_A_DECISION = 4 * 1024;

    /** The same as it mostly is, bytes: a transition, an alert. */
    private static final int USUAL = 256;

    /** What is in an entry is kept once, and once more in alerts; a text that it has in a short form is longer there. */
    private static final int TIMES_KEPT = 4;

    private Growth() {}

    /** Mostly an event takes a quarter of its entry: much of what it says, other events have said. */
    static StoredSize of(byte[] entry) {
        return new StoredSize(OF_A_DECISION + TIMES_KEPT * entry.length, USUAL + entry.length);
    }

    static StoredSize ofTime() {
        return new StoredSize(OF_A_DECISION, USUAL);
    }
}
