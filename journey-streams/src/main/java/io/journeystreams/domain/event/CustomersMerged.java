package io.journeystreams.domain.event;

/** Two customers are one (rule I5). */
public record CustomersMerged(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.IDENTITY;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onCustomersMerged(this);
    }
}
