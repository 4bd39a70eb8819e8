package io.journeystreams.domain.cart;

import java.util.List;

/**
 * The carts after an event.
 *
 * @param changes what happened, at most once per cart
 * @param anomalies quantities that would have fallen below 0, and lines beyond the bound (rule A8)
 */
public record CartStep(Carts carts, List<CartChange> changes, int anomalies) {

    public CartStep {
        changes = List.copyOf(changes);
    }

    public static CartStep unchanged(Carts carts) {
        return new CartStep(carts, List.of(), 0);
    }
}
