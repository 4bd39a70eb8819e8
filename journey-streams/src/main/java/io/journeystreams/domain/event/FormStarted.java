package io.journeystreams.domain.event;

/** The visitor began to fill in a form; {@code form_id} says which. */
public record FormStarted(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.VIEW;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onFormStarted(this);
    }
}
