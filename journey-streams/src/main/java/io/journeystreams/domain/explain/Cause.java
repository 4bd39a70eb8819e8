package io.journeystreams.domain.explain;

import io.journeystreams.domain.abandonment.Evidence;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.SourcePosition;
import java.util.List;
import java.util.Optional;

/**
 * The event that a decision rests on.
 *
 * @param type as reported; of events older than the history that is kept it is not known any more
 * @param position of some of these it is not known any more either
 */
public record Cause(EventId eventId, Optional<String> type, Optional<SourcePosition> position) {

    static Cause of(JourneyEvent event) {
        return new Cause(
                event.id(),
                Optional.of(event.occurrence().type()),
                Optional.of(event.occurrence().position()));
    }

    static Cause of(EventId id, List<JourneyEvent> kept) {
        return find(id, kept).orElseGet(() -> new Cause(id, Optional.empty(), Optional.empty()));
    }

    static Cause of(Evidence evidence, List<JourneyEvent> kept) {
        return find(evidence.eventId(), kept)
                .orElseGet(() -> new Cause(evidence.eventId(), Optional.empty(), Optional.of(evidence.position())));
    }

    private static Optional<Cause> find(EventId id, List<JourneyEvent> kept) {
        return kept.stream().filter(event -> event.id().equals(id)).findFirst().map(Cause::of);
    }
}
