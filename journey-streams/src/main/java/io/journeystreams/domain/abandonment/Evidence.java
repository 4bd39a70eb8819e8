package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.SourcePosition;

/** An input event that an alert rests on (rule A16). */
public record Evidence(EventId eventId, SourcePosition position) {

    public static Evidence of(JourneyEvent event) {
        return new Evidence(event.id(), event.occurrence().position());
    }
}
