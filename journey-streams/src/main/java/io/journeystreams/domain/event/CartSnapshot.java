package io.journeystreams.domain.event;

/** The whole content of a cart (rule A8). */
public record CartSnapshot(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.CART;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onCartSnapshot(this);
    }
}
