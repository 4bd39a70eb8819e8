package io.journeystreams.domain.event;

/** A checkout under way. */
public record CheckoutId(String value) {

    public CheckoutId {
        Text.requireNotBlank("CheckoutId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
