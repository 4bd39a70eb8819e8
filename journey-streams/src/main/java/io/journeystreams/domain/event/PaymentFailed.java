package io.journeystreams.domain.event;

/** A payment was refused. */
public record PaymentFailed(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.PAYMENT_FAILURE;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onPaymentFailed(this);
    }
}
