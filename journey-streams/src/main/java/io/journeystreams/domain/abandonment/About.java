package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.abandonment.Alert.CheckoutProgress;
import io.journeystreams.domain.cart.Bought;
import io.journeystreams.domain.cart.Cart;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.OrderId;
import java.util.List;
import java.util.Optional;

/**
 * What a subject is about.
 *
 * @param cartId the cart; searches, products looked at, forms and orders have none
 * @param lines what the till or the order listed, or the product looked at; counts where the cart is not known
 */
public record About(
        Optional<CartId> cartId,
        Optional<CheckoutId> checkoutId,
        Optional<OrderId> orderId,
        List<Line> lines,
        CheckoutProgress progress) {

    static final About NO_CART =
            new About(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), CheckoutProgress.none());

    /** Lines kept, as many as a cart may have. */
    static final int MAX_LINES = Cart.MAX_LINES;

    public About {
        lines = List.copyOf(lines.subList(0, Math.min(lines.size(), MAX_LINES)));
    }

    static About cart(CartId cartId) {
        return new About(Optional.of(cartId), Optional.empty(), Optional.empty(), List.of(), CheckoutProgress.none());
    }

    boolean isAbout(CartId cart) {
        return cartId.equals(Optional.of(cart));
    }

    About inCart(CartId cart) {
        return new About(Optional.of(cart), checkoutId, orderId, lines, progress);
    }

    About with(CheckoutProgress further) {
        return new About(cartId, checkoutId, orderId, lines, further);
    }

    About with(List<Line> listed) {
        return new About(cartId, checkoutId, orderId, listed, progress);
    }

    /** What it listed itself, without what was bought: a known cart does that by its own lines (rule A4). */
    About without(Bought bought) {
        return with(
                lines.stream().filter(line -> !bought.includes(line.product())).toList());
    }

    About withReferences(Optional<CheckoutId> checkout, Optional<OrderId> order, List<Line> listed) {
        return new About(
                cartId,
                checkout.or(() -> checkoutId),
                order.or(() -> orderId),
                listed.isEmpty() ? lines : listed,
                progress);
    }
}
