package io.journeystreams.canary;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The beats under way, at most one for each partition of the journal: who is not out when the next one is due is missed. For one thread. */
final class Beats {

    private final CanaryMeters meters;
    private final Map<Integer, Beat> underWay = new HashMap<>();

    private record Beat(long occurredAtMs, long sentAtNanos) {}

    Beats(CanaryMeters meters) {
        this.meters = meters;
    }

    /** @param nanos of {@link System#nanoTime} */
    void sent(int partition, long occurredAtMs, long nanos) {
        if (underWay.put(partition, new Beat(occurredAtMs, nanos)) != null) {
            meters.beatMissed(partition);
        }
    }

    /**
     * An output of the partition's visitor.
     *
     * @param lastSeenAtMs time of the latest event in it
     */
    void came(int partition, long lastSeenAtMs, long nanos) {
        Beat beat = underWay.get(partition);
        if (beat != null && beat.occurredAtMs() == lastSeenAtMs) {
            underWay.remove(partition);
            meters.beatSeen(partition, Duration.ofNanos(nanos - beat.sentAtNanos()));
        }
    }
}
