package io.journeystreams.domain.event;

/** Pieces were put into a cart; the lines hold the change (rule A8). */
public record ProductAdded(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.CART;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onProductAdded(this);
    }
}
