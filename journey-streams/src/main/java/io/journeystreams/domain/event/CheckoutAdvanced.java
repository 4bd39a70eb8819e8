package io.journeystreams.domain.event;

/** A step of the checkout was completed. */
public record CheckoutAdvanced(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.CHECKOUT;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onCheckoutAdvanced(this);
    }
}
