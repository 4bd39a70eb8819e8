package io.journeystreams.intake;

import io.journeystreams.domain.time.ClockPolicy;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * How far one input topic-partition has come (rule T4). Time is a parameter; every method is for one thread.
 *
 * <pre>
 *   watermark = highest min(occurredAt, ingested) seen − grace
 *             = t − grace      if that is later, nothing was read for idleAfter, and all that was there at t has been read;
 *                              t follows the wall clock
 * </pre>
 *
 * It never goes back, and is handed out at most once in {@link #INTERVAL_MS} and only when it advanced.
 */
public final class SourceWatermark {

    /** Shortest time between two watermarks of a source, milliseconds of the wall clock. */
    public static final long INTERVAL_MS = 1_000;

    private static final long NONE = Long.MIN_VALUE;

    private final long graceMs;
    private final long idleAfterMs;
    private long highestMs = NONE;
    private long sentMs = NONE;
    private long sentAtMs = NONE;
    private long lastReadAtMs;

    /** @param nowMs wall clock, epoch milliseconds; silence is counted from here */
    public SourceWatermark(ClockPolicy policy, long nowMs) {
        this.graceMs = policy.grace().toMillis();
        this.idleAfterMs = policy.idleAfter().toMillis();
        this.lastReadAtMs = nowMs;
    }

    /** @param clockTimeMs min(occurredAt, ingested) of the record, epoch milliseconds */
    public void onAccepted(long clockTimeMs, long nowMs) {
        highestMs = Math.max(highestMs, clockTimeMs);
        lastReadAtMs = nowMs;
    }

    /** A record that cannot be used was read: it ends the silence and says nothing about the time. */
    public void onRejected(long nowMs) {
        lastReadAtMs = nowMs;
    }

    /**
     * The watermark to send now, if any.
     *
     * @param fullyReadAsOf see {@link ReadProgress}; asked only in silence
     */
    public OptionalLong next(long nowMs, Supplier<OptionalLong> fullyReadAsOf) {
        noticeClockStepBack(nowMs);
        if (sentAtMs != NONE && nowMs - sentAtMs < INTERVAL_MS) {
            return OptionalLong.empty();
        }
        long watermarkMs = highestMs == NONE ? NONE : highestMs - graceMs;
        if (nowMs - lastReadAtMs >= idleAfterMs) {
            OptionalLong asOfMs = fullyReadAsOf.get();
            watermarkMs = asOfMs.isPresent() ? Math.max(watermarkMs, asOfMs.getAsLong() - graceMs) : watermarkMs;
        }
        if (watermarkMs <= sentMs) {
            return OptionalLong.empty();
        }
        sentMs = watermarkMs;
        sentAtMs = nowMs;
        return OptionalLong.of(watermarkMs);
    }

    /** When the host's clock is set back, silence is counted anew and the interval does not last until it catches up. */
    private void noticeClockStepBack(long nowMs) {
        lastReadAtMs = Math.min(lastReadAtMs, nowMs);
        sentAtMs = Math.min(sentAtMs, nowMs);
    }
}
