package io.journeystreams.domain.event;

/** The visitor said who they are. */
public record Identified(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.IDENTITY;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onIdentified(this);
    }
}
