package io.journeystreams.domain.event;

/** An order; every source names the same order by the same id. */
public record OrderId(String value) {

    public OrderId {
        Text.requireNotBlank("OrderId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
