package io.journeystreams.domain.explain;

import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.domain.time.JournalClock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Where the clock of the profile's journal partition stands, and what it waits for (rule T4).
 *
 * @param timeMs event time reached, epoch milliseconds; empty until every source has been heard
 * @param sources how many there are
 * @param heard of these, how many have said something
 * @param slowest sources that hold the clock where it is
 * @param behind sources that are reading a backlog
 */
public record ClockStanding(OptionalLong timeMs, int sources, int heard, List<String> slowest, List<String> behind) {

    private static final int MOST_NAMED = 5;

    public ClockStanding {
        slowest = List.copyOf(slowest);
        behind = List.copyOf(behind);
    }

    static ClockStanding of(JournalClock clock) {
        return new ClockStanding(
                clock.timeMs() == ClockReading.UNDEFINED ? OptionalLong.empty() : OptionalLong.of(clock.timeMs()),
                clock.sources(),
                clock.heard().size(),
                slowest(clock.heard()),
                clock.behind().stream().sorted().limit(MOST_NAMED).toList());
    }

    private static List<String> slowest(Map<String, Long> heard) {
        long leastMs = heard.values().stream().mapToLong(Long::longValue).min().orElse(ClockReading.UNDEFINED);
        return heard.entrySet().stream()
                .filter(source -> source.getValue() == leastMs)
                .map(Map.Entry::getKey)
                .sorted()
                .limit(MOST_NAMED)
                .toList();
    }
}
