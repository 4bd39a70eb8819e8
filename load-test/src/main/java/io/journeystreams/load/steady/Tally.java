package io.journeystreams.load.steady;

/**
 * What came of one kind.
 *
 * @param expected outputs that had to come, of the whole run
 * @param missing of these
 * @param repeated that came once more
 * @param latency of those whose events were measured, from when the event was due
 */
record Tally(OutputKind kind, long expected, long missing, long repeated, Latency latency) {

    boolean isExact() {
        return missing == 0 && repeated == 0;
    }
}
