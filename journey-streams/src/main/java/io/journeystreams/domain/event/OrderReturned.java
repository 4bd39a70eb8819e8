package io.journeystreams.domain.event;

/** An order, or part of it, came back (rule G9). */
public record OrderReturned(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.VIEW;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onOrderReturned(this);
    }
}
