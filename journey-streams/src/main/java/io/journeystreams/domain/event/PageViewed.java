package io.journeystreams.domain.event;

/** A page or screen was seen. */
public record PageViewed(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.VIEW;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onPageViewed(this);
    }
}
