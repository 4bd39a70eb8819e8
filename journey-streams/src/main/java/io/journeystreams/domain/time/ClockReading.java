package io.journeystreams.domain.time;

import java.util.List;

/**
 * What a journal partition's clock shows at one place of the journal (rule T4).
 *
 * @param timeMs event time up to which no further event is expected, epoch milliseconds; {@link #UNDEFINED} until every
 *     source has been heard
 * @param steps the latest moves of the clock, oldest first, as far back as deadlines may still be waiting to be fired
 */
public record ClockReading(long timeMs, List<Step> steps) {

    /** The clock before every source has been heard: nothing is due. */
    public static final long UNDEFINED = Long.MIN_VALUE;

    /**
     * The clock moved to {@code timeMs} by an entry that intake wrote at {@code intakeAtMs}, both epoch milliseconds.
     *
     * @param caughtUp neither the sources nor the journal's reader had a backlog: what the clock has not passed has not been written
     *     either
     */
    public record Step(long timeMs, long intakeAtMs, boolean caughtUp) {}

    public ClockReading {
        steps = List.copyOf(steps);
    }

    public static ClockReading undefined() {
        return new ClockReading(UNDEFINED, List.of());
    }

    public static ClockReading at(long timeMs, long intakeAtMs) {
        return new ClockReading(timeMs, List.of(new Step(timeMs, intakeAtMs, true)));
    }

    /** The same clock, as it passed an earlier time. */
    public ClockReading asOf(long ms) {
        return new ClockReading(Math.min(timeMs, ms), steps);
    }

    public boolean isDefined() {
        return timeMs != UNDEFINED;
    }

    /** Whether it came here without a backlog: what is due now may be acted on (rule T5). */
    public boolean isCaughtUp() {
        return !steps.isEmpty() && steps.get(steps.size() - 1).caughtUp();
    }

    public boolean hasPassed(long dueAtMs) {
        return isDefined() && timeMs >= dueAtMs;
    }

    /**
     * The move that brought the clock here. It does not depend on when a deadline was swept, so a replay of the journal
     * repeats it.
     *
     * @throws IllegalStateException if the clock is undefined
     */
    public Step step() {
        return steps.stream()
                .filter(step -> step.timeMs() >= timeMs)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no step has brought the clock to " + timeMs));
    }
}
