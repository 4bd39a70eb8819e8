package io.journeystreams.domain.event;

/** A customer asked for help: a chat, a call in the queue, a ticket, also one that was reopened (rule M3). */
public record ContactOpened(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.VIEW;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onContactOpened(this);
    }
}
