package io.journeystreams.domain.cart;

import java.util.ArrayList;
import java.util.List;

/**
 * The carts after an event.
 *
 * @param changes what happened, at most once per cart
 * @param merges carts that went into another one; they happened before the changes
 * @param anomalies quantities that would have fallen below 0, and lines beyond the bound (rule A8)
 */
public record CartStep(Carts carts, List<CartChange> changes, List<CartMerge> merges, int anomalies) {

    public CartStep {
        changes = List.copyOf(changes);
        merges = List.copyOf(merges);
    }

    CartStep(Carts carts, List<CartChange> changes, int anomalies) {
        this(carts, changes, List.of(), anomalies);
    }

    public static CartStep unchanged(Carts carts) {
        return new CartStep(carts, List.of(), 0);
    }

    CartStep with(Carts next) {
        return new CartStep(next, changes, merges, anomalies);
    }

    CartStep merging(Cart from, Cart into, long atMs) {
        Cart joined = into.taking(from);
        List<CartMerge> more = new ArrayList<>(merges);
        more.add(new CartMerge(from.id(), into.id()));
        Carts next = carts.with(joined).with(from.mergedInto(into.id(), atMs));
        return new CartStep(next, changes, more, anomalies + from.linesNotIn(joined));
    }
}
