package io.journeystreams.domain.event;

/** What is known of a customer as a person: contact, language, time zone. */
public record CustomerUpdated(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.IDENTITY;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onCustomerUpdated(this);
    }
}
