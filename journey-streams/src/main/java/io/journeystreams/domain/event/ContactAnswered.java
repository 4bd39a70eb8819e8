package io.journeystreams.domain.event;

/** Somebody took care of a customer who waited (rule M3). */
public record ContactAnswered(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.VIEW;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onContactAnswered(this);
    }
}
