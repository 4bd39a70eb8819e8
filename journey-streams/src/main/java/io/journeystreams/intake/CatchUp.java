package io.journeystreams.intake;

import java.util.Optional;

/**
 * Whether a source is read as fast as it is written, or a backlog is being read (rule T5). Measured in laps: a lap starts when
 * the end of the partition is asked for, and is over when everything before that end has been processed.
 *
 * <pre>
 *   caught up = the last lap was short, or took about as long as the one before
 * </pre>
 *
 * Laps of one length are those of an input that comes in portions, for example in transactions of minutes: waiting longer
 * would bring nothing. Laps that get shorter are those of a backlog. One that gets longer means that something stands still.
 */
public final class CatchUp {

    /** A lap of this length or less is none of a backlog, milliseconds. */
    static final long SHORT_LAP_MS = 30_000;

    private static final long NONE = -1;

    private long lapEnd = NONE;
    private long lapStartMs;
    private long lastLapMs = NONE;
    private boolean caughtUp;

    /** @param standing the latest that is known of the reading, if anything is */
    public void observe(Optional<ReadStanding> standing, long nowMs) {
        standing.ifPresent(known -> observe(known, nowMs));
        if (lapEnd != NONE && nowMs - lapStartMs > longestLapMs()) {
            caughtUp = false;
        }
    }

    public boolean isCaughtUp() {
        return caughtUp;
    }

    private void observe(ReadStanding standing, long nowMs) {
        boolean wasTruncated = standing.endOffset() < lapEnd;
        if (lapEnd == NONE || wasTruncated || standing.isAtEnd()) {
            startLap(standing);
        }
        if (standing.readUpTo() >= lapEnd) {
            long lapMs = nowMs - lapStartMs;
            caughtUp = lapMs <= SHORT_LAP_MS || isAboutAsLongAsTheLast(lapMs);
            lastLapMs = lapMs;
            startLap(standing);
        }
    }

    private void startLap(ReadStanding standing) {
        lapEnd = standing.endOffset();
        lapStartMs = standing.asOfMs();
    }

    private boolean isAboutAsLongAsTheLast(long lapMs) {
        return lastLapMs != NONE && lapMs >= lastLapMs / 2 && lapMs <= longestLapMs();
    }

    private long longestLapMs() {
        return Math.max(SHORT_LAP_MS, 2 * lastLapMs);
    }
}
