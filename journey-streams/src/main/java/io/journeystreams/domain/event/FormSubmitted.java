package io.journeystreams.domain.event;

/** A form was sent off. */
public record FormSubmitted(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.VIEW;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onFormSubmitted(this);
    }
}
