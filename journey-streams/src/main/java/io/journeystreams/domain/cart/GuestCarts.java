package io.journeystreams.domain.cart;

import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Money;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of the cart that somebody filled before saying who they are (rule A9). It waits for an event that names the
 * customer on the same device. If that is about the cart itself, the cart is the account's from then on; else it goes into the
 * one that the account has, now or later.
 */
final class GuestCarts {

    private GuestCarts() {}

    /** @param step what the event itself has done to the carts */
    static CartStep step(CartStep step, JourneyEvent event) {
        if (!event.occurrence().namesCustomer()) {
            return step;
        }
        CartStep next = claimed(step, event);
        for (Cart cart : next.carts().carts()) {
            Optional<Cart> account = isOfGuest(cart, event) ? accountOf(next.carts(), cart) : Optional.empty();
            if (account.isPresent()) {
                next = next.merging(cart, account.get(), event.atMs());
            }
        }
        return next;
    }

    private static CartStep claimed(CartStep step, JourneyEvent event) {
        Optional<Cart> own = event.occurrence().cartId().flatMap(step.carts()::find);
        return own.isEmpty() ? step : step.with(step.carts().with(own.get().heldAfter(event)));
    }

    private static boolean isOfGuest(Cart cart, JourneyEvent event) {
        return !cart.isEmpty() && cart.holder().isGuestOn(event.occurrence().deviceId());
    }

    /** The account's cart that was last changed, unless it is in another currency. */
    private static Optional<Cart> accountOf(Carts carts, Cart guest) {
        return carts.carts().stream()
                .filter(cart -> !cart.isEmpty() && !cart.holder().guest())
                .max(Comparator.comparingLong(Cart::changedAtMs)
                        .thenComparing(cart -> cart.id().value()))
                .filter(cart -> areOfOneCurrency(cart, guest));
    }

    private static boolean areOfOneCurrency(Cart one, Cart other) {
        return Stream.concat(one.contents().stream(), other.contents().stream())
                        .flatMap(line -> line.unitPrice().stream())
                        .map(Money::currency)
                        .distinct()
                        .count()
                <= 1;
    }
}
