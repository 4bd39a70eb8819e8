package io.journeystreams.load.faults;

import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.contracts.SourcePosition;
import io.journeystreams.contracts.Watermark;
import io.journeystreams.load.oracle.Arrival;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the journal says, read from the beginning: which inputs came, and what the clock of their partition had come to by then (T4). */
final class Journal {

    private static final long NOTHING_HEARD = Long.MIN_VALUE;

    private final List<Position> journaled = new ArrayList<>();
    private final Map<Position, Arrival> arrivals = new HashMap<>();
    private final Map<Integer, Clock> partitions = new HashMap<>();

    /** The lowest of the highest watermarks of all sources, once all have been heard. It never goes back. */
    private static final class Clock {

        private final Map<String, Long> sources = new HashMap<>();
        private long timeMs = NOTHING_HEARD;

        void hear(Watermark watermark) {
            sources.merge(watermark.getSource(), watermark.getTime().toEpochMilli(), Math::max);
            if (sources.size() >= watermark.getSources()) {
                long lowestMs = sources.values().stream()
                        .mapToLong(Long::longValue)
                        .min()
                        .orElseThrow();
                timeMs = Math.max(timeMs, lowestMs);
            }
        }
    }

    /** Takes the next entry of a partition. */
    void read(int partition, long offset, JournalEntry entry) {
        Clock clock = partitions.computeIfAbsent(partition, p -> new Clock());
        if (entry.getBody() instanceof Watermark watermark) {
            clock.hear(watermark);
        } else if (entry.getBody() instanceof JournaledEvent event) {
            Position position = position(event.getPosition());
            journaled.add(position);
            arrivals.putIfAbsent(position, new Arrival(clock.timeMs, offset));
        }
    }

    /** Where the events come from, once for each entry. */
    List<Position> journaled() {
        return List.copyOf(journaled);
    }

    /** Empty if the input is not in the journal. */
    Optional<Arrival> arrival(Position input) {
        return Optional.ofNullable(arrivals.get(input));
    }

    private static Position position(SourcePosition source) {
        return new Position(source.getTopic(), source.getPartition(), source.getOffset());
    }
}
