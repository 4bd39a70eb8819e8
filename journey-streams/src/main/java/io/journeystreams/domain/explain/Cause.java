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
 */
public record Cause(EventId eventId, Optional<String> type, SourcePosition position) {

    static Cause of(JourneyEvent event) {
        return new Cause(
                event.id(),
                Optional.of(event.occurrence().type()),
                event.occurrence().position());
    }

    static Cause of(Evidence evidence, List<JourneyEvent> kept) {
        return kept.stream()
                .filter(event -> event.id().equals(evidence.eventId()))
                .findFirst()
                .map(Cause::of)
                .orElseGet(() -> new Cause(evidence.eventId(), Optional.empty(), evidence.position()));
    }
}
