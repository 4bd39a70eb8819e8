package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.abandonment.Alert.CheckoutProgress;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.OrderId;
import java.util.List;
import java.util.Optional;

/**
 * What a subject is about.
 *
 * @param cartId the cart
 * @param lines what the till listed; counts where the cart is not known
 */
public record About(
        CartId cartId,
        Optional<CheckoutId> checkoutId,
        Optional<OrderId> orderId,
        List<Line> lines,
        CheckoutProgress progress) {

    public About {
        lines = List.copyOf(lines);
    }

    static About cart(CartId cartId) {
        return new About(cartId, Optional.empty(), Optional.empty(), List.of(), CheckoutProgress.none());
    }

    About with(CheckoutProgress further) {
        return new About(cartId, checkoutId, orderId, lines, further);
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
