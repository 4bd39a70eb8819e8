package io.journeystreams.canary;

import java.time.Duration;

/** What is said of beats. Called from the canary's thread. */
public interface CanaryMeters {

    /**
     * A beat came out.
     *
     * @param latency from before it was sent until a reader of committed records had its output
     */
    void beatSeen(int journalPartition, Duration latency);

    /** A beat had not come out when the next was due. */
    void beatMissed(int journalPartition);
}
