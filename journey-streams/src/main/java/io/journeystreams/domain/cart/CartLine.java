package io.journeystreams.domain.cart;

import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.ProductKey;

/**
 * A line of a cart.
 *
 * @param changedAtMs event time of the last change of its quantity, epoch milliseconds
 */
public record CartLine(Line line, long changedAtMs) {

    public ProductKey product() {
        return line.product();
    }

    public int quantity() {
        return line.quantity();
    }

    CartLine taking(CartLine other, boolean isCopy) {
        int amount = isCopy
                ? Math.max(quantity(), other.quantity())
                : (int) Math.min(Integer.MAX_VALUE, (long) quantity() + other.quantity());
        return new CartLine(line.withQuantity(amount), Math.max(changedAtMs, other.changedAtMs));
    }
}
