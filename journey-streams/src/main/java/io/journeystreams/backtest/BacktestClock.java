package io.journeystreams.backtest;

import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.time.ClockPolicy;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.domain.time.JournalClock;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The journal clock over files (rule T4). Every source is a file's {@code clickstream} or {@code crm} events; its watermark
 * follows each event: highest min(occurredAt, ingested) − grace. The clock is the minimum over the sources that have
 * something left to read.
 *
 * <p>When a source has nothing left to read depends on the {@link IntakeTime}. Taken in all at once, it has until its last
 * event of the input was read. As live, it has nothing left whenever its next event is not there yet: after
 * {@code idleAfter} of silence it follows the wall clock, as it would have. The wall clock is the record timestamps'.
 */
final class BacktestClock {

    private static final long NOTHING_READ = Long.MIN_VALUE;

    /** Holds no clock back. */
    private static final long READ_TO_THE_END = Long.MAX_VALUE;

    private final long graceMs;
    private final long idleAfterMs;
    private final IntakeTime intakeTime;
    private final Map<Source, Progress> sources = new EnumMap<>(Source.class);
    private JournalClock clock = JournalClock.STOPPED;
    private long wallMs = NOTHING_READ;

    BacktestClock(ClockPolicy policy, IntakeTime intakeTime, Map<Source, Long> events) {
        this.graceMs = policy.grace().toMillis();
        this.idleAfterMs =
                intakeTime instanceof IntakeTime.AsLive ? policy.idleAfter().toMillis() : 0;
        this.intakeTime = intakeTime;
        events.forEach((source, count) -> sources.put(source, new Progress(count)));
    }

    /** How far a source has come. */
    private static final class Progress {

        private long left;
        private long highestMs = NOTHING_READ;
        private long lastReadAtMs = NOTHING_READ;

        Progress(long events) {
            this.left = events;
        }
    }

    JournalClock clock() {
        return clock;
    }

    ClockReading reading() {
        return clock.reading();
    }

    /** What the wall clock shows when an event is taken in, epoch milliseconds. */
    long intakeAtMs(long recordTimestampMs) {
        return intakeTime instanceof IntakeTime.AllAt all ? all.epochMs() : recordTimestampMs;
    }

    /** The next event is taken in at this time; none was between. */
    void arriveAt(long intakeAtMs) {
        if (wallMs == NOTHING_READ) {
            sources.values().forEach(source -> source.lastReadAtMs = intakeAtMs);
        }
        wallMs = Math.max(wallMs, intakeAtMs);
        if (intakeTime instanceof IntakeTime.AsLive) {
            sources.forEach(this::followWall);
        }
    }

    private void followWall(Source name, Progress source) {
        if (wallMs - source.lastReadAtMs >= idleAfterMs) {
            hear(name, wallMs - graceMs, wallMs);
        }
    }

    /** An event has been taken in. */
    void onAccepted(Source name, long clockTimeMs) {
        Progress source = read(name);
        source.highestMs = Math.max(source.highestMs, clockTimeMs);
        hear(name, source.highestMs - graceMs, wallMs);
        leaveIfRead(name, source);
    }

    /** An event cannot be used. It ends the silence and says nothing about the time. */
    void onRejected(Source name) {
        leaveIfRead(name, read(name));
    }

    private Progress read(Source name) {
        Progress source = sources.get(name);
        if (source == null) {
            throw new IllegalArgumentException("not a source of this input: " + name);
        }
        source.left--;
        source.lastReadAtMs = wallMs;
        return source;
    }

    /** The last source to end keeps the clock where it is. */
    private void leaveIfRead(Source name, Progress source) {
        boolean isLast = sources.values().stream().allMatch(each -> each.left == 0);
        if (source.left == 0 && !isLast && intakeTime instanceof IntakeTime.AllAt) {
            hear(name, READ_TO_THE_END, wallMs);
        }
    }

    /**
     * When silence brings the clock to a time, epoch milliseconds; nothing if it is not before the next event.
     *
     * @param arrivalMs when the next event is taken in
     */
    OptionalLong silenceReaches(long dueAtMs, long arrivalMs) {
        boolean isTooLate = dueAtMs > arrivalMs - graceMs;
        if (isTooLate || wallMs == NOTHING_READ || !(intakeTime instanceof IntakeTime.AsLive)) {
            return OptionalLong.empty();
        }
        long reachedMs = silenceReaches(dueAtMs);
        return reachedMs <= arrivalMs ? OptionalLong.of(reachedMs) : OptionalLong.empty();
    }

    /** When silence brings the clock to a time, if nothing more comes; epoch milliseconds. */
    long silenceReaches(long dueAtMs) {
        return sources.values().stream()
                .filter(source -> source.highestMs == NOTHING_READ || source.highestMs - graceMs < dueAtMs)
                .mapToLong(source -> Math.max(source.lastReadAtMs + idleAfterMs, dueAtMs + graceMs))
                .reduce(wallMs, Math::max);
    }

    /** In silence, every source follows the wall clock to this time. */
    void reach(long timeMs, long intakeAtMs) {
        wallMs = Math.max(wallMs, intakeAtMs);
        sources.keySet().forEach(source -> hear(source, timeMs, true, wallMs));
    }

    /** Where the events have brought the clock at the end of the input; nothing if there were none. */
    OptionalLong endMs() {
        return sources.values().stream()
                .filter(source -> source.highestMs != NOTHING_READ)
                .mapToLong(source -> source.highestMs - graceMs)
                .max();
    }

    /** @param nextDueAtMs earliest deadline that has not fired */
    void forgetStepsBefore(long nextDueAtMs) {
        clock = clock.forgetStepsBefore(nextDueAtMs);
    }

    /** Taken in all at once, the input is a backlog until it has been read. */
    private void hear(Source source, long watermarkMs, long intakeAtMs) {
        hear(source, watermarkMs, !(intakeTime instanceof IntakeTime.AllAt), intakeAtMs);
    }

    private void hear(Source source, long watermarkMs, boolean caughtUp, long intakeAtMs) {
        Long heardMs = clock.heard().get(source.name());
        if (heardMs == null || watermarkMs > heardMs) {
            clock = clock.hear(source.name(), sources.size(), watermarkMs, caughtUp, intakeAtMs);
        }
    }
}
