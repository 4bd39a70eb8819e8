package io.journeystreams.domain.event;

/** An order was cancelled or refunded; it does not re-arm (rule A14). */
public record OrderReversed(Occurrence occurrence) implements JourneyEvent {

    @Override
    public Rank rank() {
        return Rank.PURCHASE;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.onOrderReversed(this);
    }
}
