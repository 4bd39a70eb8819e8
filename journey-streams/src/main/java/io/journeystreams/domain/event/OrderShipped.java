package io.journeystreams.domain.event;

/** An order left the house (rule G9). */
public record OrderShipped(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.VIEW;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onOrderShipped(this);
    }
}
