package io.journeystreams.domain.event;

/** A customer is to be forgotten (rule I8). */
public record CustomerErased(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.IDENTITY;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onCustomerErased(this);
    }
}
