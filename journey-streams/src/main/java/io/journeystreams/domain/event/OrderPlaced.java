package io.journeystreams.domain.event;

/** An order was placed, in whatever channel, paid or to be paid (rule A4). */
public record OrderPlaced(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.PURCHASE;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onOrderPlaced(this);
    }
}
