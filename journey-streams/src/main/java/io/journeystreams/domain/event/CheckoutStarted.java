package io.journeystreams.domain.event;

/** The customer went to the till. */
public record CheckoutStarted(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.CHECKOUT;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onCheckoutStarted(this);
    }
}
