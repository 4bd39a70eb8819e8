package io.journeystreams.domain.event;

/** The visitor logged out; their session ends (rule S2). */
public record LoggedOut(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.LOGOUT;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onLoggedOut(this);
    }
}
