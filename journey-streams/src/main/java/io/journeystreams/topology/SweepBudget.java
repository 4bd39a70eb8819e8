package io.journeystreams.topology;

import java.time.Duration;

/**
 * How much of what is due is fired before other work gets its turn (fault R1).
 *
 * @param time wall-clock time of one sweep
 * @param entries index entries of one sweep
 * @param resumeAfter pause until what was left is taken up again
 */
public record SweepBudget(Duration time, int entries, Duration resumeAfter) {

    public SweepBudget {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("time must be positive: " + time);
        }
        if (entries < 1) {
            throw new IllegalArgumentException("entries must be at least 1: " + entries);
        }
        if (resumeAfter.isNegative() || resumeAfter.isZero()) {
            throw new IllegalArgumentException("resumeAfter must be positive: " + resumeAfter);
        }
    }

    public static SweepBudget defaults() {
        return new SweepBudget(Duration.ofMillis(25), 250, Duration.ofMillis(50));
    }

    /** One sweep's share, from now on. */
    Turn turn() {
        return new Turn(System.nanoTime());
    }

    /**
     * What a sweep has used of its budget; the first entry is always affordable, so that every sweep gets on. Time is the
     * machine's: the one that Kafka Streams tells stands still while a record is processed.
     */
    final class Turn {

        private final long beganNs;
        private int taken;

        private Turn(long beganNs) {
            this.beganNs = beganNs;
        }

        boolean goesOn() {
            return taken == 0 || (taken < entries && System.nanoTime() - beganNs < time.toNanos());
        }

        void take() {
            taken++;
        }

        int taken() {
            return taken;
        }
    }
}
