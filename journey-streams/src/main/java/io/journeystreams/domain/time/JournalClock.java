package io.journeystreams.domain.time;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The clock of one journal partition, a function of the watermarks read so far (rule T4): the minimum of the highest
 * watermark of every source, undefined until all sources have been heard. It never goes back.
 *
 * @param sources how many there are; the highest number told, since partitions are only ever added
 * @param heard highest watermark by source, epoch milliseconds
 * @param timeMs what the clock shows, epoch milliseconds, or {@link ClockReading#UNDEFINED}
 * @param steps moves of the clock that deadlines may still ask about, oldest first; times strictly ascend
 */
public record JournalClock(int sources, Map<String, Long> heard, long timeMs, List<ClockReading.Step> steps) {

    /** The clock of a journal that has not been read. */
    public static final JournalClock STOPPED = new JournalClock(0, Map.of(), ClockReading.UNDEFINED, List.of());

    public JournalClock {
        heard = Map.copyOf(heard);
        steps = List.copyOf(steps);
    }

    /**
     * The clock after a watermark.
     *
     * @param toldSources how many sources there are, as the watermark says
     * @param watermarkMs epoch milliseconds
     * @param intakeAtMs when intake wrote the watermark, epoch milliseconds
     */
    public JournalClock hear(String source, int toldSources, long watermarkMs, long intakeAtMs) {
        Map<String, Long> known = new HashMap<>(heard);
        known.merge(source, watermarkMs, Math::max);
        int expected = Math.max(sources, toldSources);
        long reachedMs = known.size() < expected ? ClockReading.UNDEFINED : earliest(known);
        if (reachedMs <= timeMs) {
            return new JournalClock(expected, known, timeMs, steps);
        }
        return new JournalClock(expected, known, reachedMs, append(new ClockReading.Step(reachedMs, intakeAtMs)));
    }

    /**
     * The clock without the steps that no deadline asks about any more. The last step stays.
     *
     * @param nextDueAtMs earliest deadline that has not fired, epoch milliseconds
     */
    public JournalClock forgetStepsBefore(long nextDueAtMs) {
        int first = 0;
        while (first < steps.size() - 1 && steps.get(first).timeMs() < nextDueAtMs) {
            first++;
        }
        return first == 0 ? this : new JournalClock(sources, heard, timeMs, steps.subList(first, steps.size()));
    }

    public ClockReading reading() {
        return new ClockReading(timeMs, steps);
    }

    private static long earliest(Map<String, Long> known) {
        return known.values().stream().mapToLong(Long::longValue).min().orElse(ClockReading.UNDEFINED);
    }

    private List<ClockReading.Step> append(ClockReading.Step step) {
        return Stream.concat(steps.stream(), Stream.of(step)).toList();
    }
}
