package io.journeystreams.domain.time;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The clock of one journal partition, a function of the watermarks read so far (rule T4): the minimum of the highest
 * watermark of every source, undefined until all sources have been heard. It never goes back.
 *
 * @param sources how many there are; the highest number told, since partitions are only ever added
 * @param heard highest watermark by source, epoch milliseconds
 * @param behind sources that are reading a backlog
 * @param timeMs what the clock shows, epoch milliseconds, or {@link ClockReading#UNDEFINED}
 * @param steps moves of the clock that deadlines may still ask about, oldest first; times strictly ascend
 */
public record JournalClock(
        int sources, Map<String, Long> heard, Set<String> behind, long timeMs, List<ClockReading.Step> steps) {

    /** The clock of a journal that has not been read. */
    public static final JournalClock STOPPED =
            new JournalClock(0, Map.of(), Set.of(), ClockReading.UNDEFINED, List.of());

    public JournalClock {
        heard = Map.copyOf(heard);
        behind = Set.copyOf(behind);
        steps = List.copyOf(steps);
    }

    /**
     * The clock after a watermark.
     *
     * @param toldSources how many sources there are, as the watermark says
     * @param watermarkMs epoch milliseconds
     * @param caughtUp the source is not reading a backlog
     * @param intakeAtMs when intake wrote the watermark, epoch milliseconds
     */
    public JournalClock hear(String source, int toldSources, long watermarkMs, boolean caughtUp, long intakeAtMs) {
        Map<String, Long> known = new HashMap<>(heard);
        known.merge(source, watermarkMs, Math::max);
        int expected = Math.max(sources, toldSources);
        Set<String> lagging = new HashSet<>(behind);
        boolean unused = caughtUp ? lagging.remove(source) : lagging.add(source);
        long reachedMs = known.size() < expected ? ClockReading.UNDEFINED : earliest(known);
        if (reachedMs <= timeMs) {
            return new JournalClock(expected, known, lagging, timeMs, steps);
        }
        ClockReading.Step step = new ClockReading.Step(reachedMs, intakeAtMs, lagging.isEmpty());
        return new JournalClock(expected, known, lagging, reachedMs, append(step));
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
        return first == 0 ? this : new JournalClock(sources, heard, behind, timeMs, steps.subList(first, steps.size()));
    }

    /**
     * The clock as a task finds it that starts to read on, after a crash or a move: what was due and waits may have been overtaken by what
     * the journal holds since, so it waits until that has been read.
     */
    public JournalClock resumed() {
        List<ClockReading.Step> waiting = steps.stream()
                .map(step -> new ClockReading.Step(step.timeMs(), step.intakeAtMs(), false))
                .toList();
        return new JournalClock(sources, heard, behind, timeMs, waiting);
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
