package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.Abandonment;
import io.journeystreams.domain.cart.Cart;
import io.journeystreams.domain.cart.Carts;
import io.journeystreams.domain.profile.Journey;

/**
 * What goes when a journey holds more than a profile may (fault R8). It goes in a way that reminds nobody: what was armed about
 * it is disarmed, and an alert that stands is taken back.
 */
final class Overflow {

    private Overflow() {}

    /** @param atMs event time, epoch milliseconds */
    static Journey bounded(Journey journey, long atMs) {
        Journey next = journey.carts().areTooMany() ? withFewerCarts(journey, atMs) : journey;
        return next.abandonment().isTooMuch() ? next.with(next.abandonment().bounded(atMs)) : next;
    }

    private static Journey withFewerCarts(Journey journey, long atMs) {
        Carts kept = journey.carts().bounded();
        Abandonment next = journey.abandonment();
        for (Cart cart : journey.carts().carts()) {
            if (!cart.isEmpty() && !kept.isKnown(cart.id())) {
                next = next.overflowing(cart.id(), atMs);
            }
        }
        return journey.with(kept).with(next);
    }
}
