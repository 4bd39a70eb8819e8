package io.journeystreams.domain.event;

/** Id that the source gave an event; the same id twice is the same event (rule T8). */
public record EventId(String value) {

    public EventId {
        Text.requireNotBlank("EventId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
