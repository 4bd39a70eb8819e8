package io.journeystreams.backtest;

import io.journeystreams.domain.event.Occurrence.Source;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be known of the input before the first event is read: how much each source has, so that it is known when it
 * has been read to its end, and which files are in the order of arrival already and need not be sorted.
 *
 * @param events by source, of those that occur
 * @param unordered files that have to be sorted
 */
record InputSurvey(Map<Source, Long> events, Set<EventFile> unordered) {

    InputSurvey {
        events = Map.copyOf(events);
        unordered = Set.copyOf(unordered);
    }

    long eventCount() {
        return events.values().stream().mapToLong(Long::longValue).sum();
    }

    static InputSurvey of(List<EventFile> files, CanonicalEvents.BadRows badRows, Progress progress)
            throws IOException {
        Map<Source, Long> events = new EnumMap<>(Source.class);
        Set<EventFile> unordered = new HashSet<>();
        long read = 0;
        for (EventFile file : files) {
            long latestMs = Long.MIN_VALUE;
            try (CanonicalEvents rows = CanonicalEvents.open(file, badRows)) {
                for (Optional<Arrival> next = rows.next(); next.isPresent(); next = rows.next()) {
                    Arrival arrival = next.get();
                    events.merge(arrival.event().source(), 1L, Long::sum);
                    if (arrival.recordTimestampMs() < latestMs) {
                        unordered.add(file);
                    }
                    latestMs = Math.max(latestMs, arrival.recordTimestampMs());
                    progress.surveyed(++read);
                }
            }
        }
        return new InputSurvey(events, unordered);
    }
}
