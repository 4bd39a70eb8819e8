package io.journeystreams.load.faults;

import io.journeystreams.contracts.CustomerSeen;
import io.journeystreams.contracts.HandOver;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.contracts.RelayedEvent;
import io.journeystreams.contracts.SourcePosition;
import io.journeystreams.contracts.SuccessorErased;
import io.journeystreams.contracts.Watermark;
import io.journeystreams.load.oracle.Arrival;
import io.journeystreams.load.oracle.InputPlace;
import io.journeystreams.load.oracle.JournalNews;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the journal says, read from the beginning: which inputs came, and what the clock of their partition had come to by then (T4). */
final class Journal {

    private static final long NOTHING_HEARD = Long.MIN_VALUE;

    private final List<Position> journaled = new ArrayList<>();
    private final List<JournalNews> news = new ArrayList<>();
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
            return;
        }
        Arrival arrival = new Arrival(clock.timeMs, offset);
        news.add(news(entry.getBody(), arrival));
        if (entry.getBody() instanceof JournaledEvent event) {
            Position position = position(event.getPosition());
            journaled.add(position);
            arrivals.putIfAbsent(position, arrival);
        }
    }

    private static JournalNews news(Object body, Arrival arrival) {
        if (body instanceof JournaledEvent event) {
            return new JournalNews(event.getProfile(), arrival, List.of(), event(event));
        }
        if (body instanceof RelayedEvent relayed) {
            return new JournalNews(relayed.getProfile(), arrival, relayed.getRelayedBy(), event(relayed.getEvent()));
        }
        if (body instanceof HandOver given) {
            return new JournalNews(
                    given.getToProfile(),
                    arrival,
                    given.getRelayedBy(),
                    new JournalNews.HandOver(
                            given.getHandOverId(),
                            given.getFromProfile(),
                            given.getCauseEventId(),
                            given.getCausedAt().toEpochMilli()));
        }
        if (body instanceof CustomerSeen seen) {
            return new JournalNews(
                    seen.getProfile(),
                    arrival,
                    List.of(),
                    new JournalNews.Sighting(
                            seen.getCustomer(),
                            seen.getCauseEventId(),
                            seen.getOccurredAt().toEpochMilli()));
        }
        SuccessorErased erased = (SuccessorErased) body;
        return new JournalNews(
                erased.getProfile(),
                arrival,
                List.of(),
                new JournalNews.Erasure(
                        erased.getCustomer(), erased.getErasedAt().toEpochMilli()));
    }

    private static JournalNews.Content event(JournaledEvent event) {
        SourcePosition at = event.getPosition();
        return new JournalNews.Event(new InputPlace(at.getTopic(), at.getPartition(), at.getOffset()));
    }

    /** What came to whom, each profile's in the order of its partition. */
    List<JournalNews> news() {
        return List.copyOf(news);
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
