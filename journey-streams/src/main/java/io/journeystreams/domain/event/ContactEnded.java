package io.journeystreams.domain.event;

/** A chat or call is over, a ticket resolved (rule M3). */
public record ContactEnded(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.VIEW;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onContactEnded(this);
    }
}
