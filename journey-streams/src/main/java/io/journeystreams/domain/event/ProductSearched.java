package io.journeystreams.domain.event;

/** A search of the shop. */
public record ProductSearched(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.VIEW;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onProductSearched(this);
    }
}
