package io.journeystreams.domain.event;

/** Any other contact; kept, never refused (rule O1). */
public record Touchpoint(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.VIEW;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onTouchpoint(this);
    }
}
