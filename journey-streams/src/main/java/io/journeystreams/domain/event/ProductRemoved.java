package io.journeystreams.domain.event;

/** Pieces were taken out of a cart; the lines hold the change, a line of 0 pieces means all of them (rule A8). */
public record ProductRemoved(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.CART;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onProductRemoved(this);
    }
}
