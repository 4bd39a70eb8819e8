package io.journeystreams.domain.event;

/** The customer allowed or forbade to be written to. */
public record ConsentChanged(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.IDENTITY;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onConsentChanged(this);
    }
}
