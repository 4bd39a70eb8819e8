package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.cart.CartChange;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.JourneyEvent;

/** When a cart arms and disarms (kind CART of the table, rules A3, A7, A10). */
public final class CartArming {

    private CartArming() {}

    /** After the customer changed a cart or looked at it. Carts bought out are {@link Purchasing}'s. */
    public static Abandonment step(Abandonment state, JourneyEvent event, CartChange change, AbandonmentPolicy policy) {
        if (change instanceof CartChange.Emptied emptied) {
            return emptied(state, emptied.cartId(), event.atMs());
        }
        if (change instanceof CartChange.BoughtOut) {
            return state;
        }
        return present(state, event, change, policy);
    }

    /** A payment that failed stays open: shops empty the cart when they write the order (rule A7 for the others). */
    private static Abandonment emptied(Abandonment state, CartId cart, long atMs) {
        Abandonment next = state;
        for (Subject subject : state.about(cart)) {
            if (subject.kind() != Kind.PAYMENT_FAILED) {
                next = next.disarm(subject, DisarmReason.EMPTIED, atMs);
                next = next.resolve(
                        next.get(subject.key(), subject.about()), new AlertStatus.Retracted(atMs, Reason.EMPTIED));
            }
        }
        return next;
    }

    /**
     * Something is in the cart. Back from the till the cart arms again (moved down); while a payment is open it stays
     * superseded. Else only more in the cart arms it: looking at it is no change (rule A10).
     */
    private static Abandonment present(
            Abandonment state, JourneyEvent event, CartChange change, AbandonmentPolicy policy) {
        CartId cart = change.cartId();
        if (isArmed(state, Kind.PAYMENT_FAILED, cart)) {
            return state;
        }
        boolean cameFromTill = isArmed(state, Kind.CHECKOUT, cart);
        Abandonment next = cameFromTill ? leaveTill(state, cart, event.atMs()) : state;
        Subject subject = next.get(new SubjectKey(Kind.CART, cart.value()), cart);
        if (subject.isArmed() || cameFromTill || change instanceof CartChange.Filled) {
            return next.supersededBy(subject, event.atMs()).armOrTouch(subject, event, policy);
        }
        return next;
    }

    private static Abandonment leaveTill(Abandonment state, CartId cart, long atMs) {
        Abandonment next = state;
        for (Subject subject : state.about(cart)) {
            if (subject.kind() == Kind.CHECKOUT) {
                next = next.disarm(subject, DisarmReason.MOVED_DOWN, atMs);
            }
        }
        return next;
    }

    private static boolean isArmed(Abandonment state, Kind kind, CartId cart) {
        return state.about(cart).stream().anyMatch(subject -> subject.kind() == kind && subject.isArmed());
    }
}
