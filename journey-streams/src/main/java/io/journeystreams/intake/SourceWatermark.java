package io.journeystreams.intake;

import io.journeystreams.domain.time.ClockPolicy;
import java.util.Optional;
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
 * It never goes back, and is handed out at most once in {@link #INTERVAL_MS} and only when it has something to say: that it
 * advanced, or that the source has caught up or fallen behind.
 */
public final class SourceWatermark {

    /** Shortest time between two watermarks of a source, milliseconds of the wall clock. */
    public static final long INTERVAL_MS = 1_000;

    private static final long NONE = Long.MIN_VALUE;

    private final long graceMs;
    private final long idleAfterMs;
    private final CatchUp catchUp = new CatchUp();
    private long highestMs = NONE;
    private long sentMs = NONE;
    private long askedAtMs = NONE;
    private boolean sentCaughtUp;
    private long lastReadAtMs;

    /**
     * What a source says.
     *
     * @param timeMs no older event is expected, epoch milliseconds
     * @param caughtUp no backlog is being read
     */
    public record Mark(long timeMs, boolean caughtUp) {}

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
     * @param progress see {@link ReadProgress}; asked at most once in {@link #INTERVAL_MS}
     */
    public Optional<Mark> next(long nowMs, Supplier<Optional<ReadStanding>> progress) {
        noticeClockStepBack(nowMs);
        if (askedAtMs != NONE && nowMs - askedAtMs < INTERVAL_MS) {
            return Optional.empty();
        }
        askedAtMs = nowMs;
        Optional<ReadStanding> standing = progress.get();
        catchUp.observe(standing, nowMs);
        long watermarkMs = Math.max(sentMs, reached(standing, nowMs));
        boolean hasNews = watermarkMs > sentMs || catchUp.isCaughtUp() != sentCaughtUp;
        if (watermarkMs == NONE || !hasNews) {
            return Optional.empty();
        }
        sentMs = watermarkMs;
        sentCaughtUp = catchUp.isCaughtUp();
        return Optional.of(new Mark(watermarkMs, sentCaughtUp));
    }

    private long reached(Optional<ReadStanding> standing, long nowMs) {
        long byEventsMs = highestMs == NONE ? NONE : highestMs - graceMs;
        boolean isSilent = nowMs - lastReadAtMs >= idleAfterMs;
        return standing.filter(known -> isSilent && known.isAtEnd())
                .map(known -> Math.max(byEventsMs, known.asOfMs() - graceMs))
                .orElse(byEventsMs);
    }

    /** When the host's clock is set back, silence is counted anew and the interval does not last until it catches up. */
    private void noticeClockStepBack(long nowMs) {
        lastReadAtMs = Math.min(lastReadAtMs, nowMs);
        askedAtMs = Math.min(askedAtMs, nowMs);
    }
}
