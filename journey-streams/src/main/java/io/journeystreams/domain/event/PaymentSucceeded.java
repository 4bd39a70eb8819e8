package io.journeystreams.domain.event;

/** A payment went through; what it paid for is bought (rule A4). */
public record PaymentSucceeded(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.PURCHASE;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onPaymentSucceeded(this);
    }
}
