package io.journeystreams.domain.event;

/** A product page was seen. */
public record ProductViewed(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.VIEW;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onProductViewed(this);
    }
}
