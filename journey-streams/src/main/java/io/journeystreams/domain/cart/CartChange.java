package io.journeystreams.domain.cart;

import io.journeystreams.domain.event.CartId;

/** What an event did to a cart. */
public sealed interface CartChange {

    CartId cartId();

    /** Put into an empty cart, or more was put into one: a material change (rule A10). */
    record Filled(CartId cartId) implements CartChange {}

    /** Looked at, or less is in it than before, and something still is. */
    record Kept(CartId cartId) implements CartChange {}

    /** The customer took the last piece out (rule A7). */
    record Emptied(CartId cartId) implements CartChange {}

    /** A purchase took the last piece out (rule A4). */
    record BoughtOut(CartId cartId) implements CartChange {}
}
