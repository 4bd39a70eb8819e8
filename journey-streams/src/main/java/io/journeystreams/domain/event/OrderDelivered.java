package io.journeystreams.domain.event;

/** An order reached the customer (rule G9). */
public record OrderDelivered(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.VIEW;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onOrderDelivered(this);
    }
}
