package io.journeystreams.domain.cart;

import io.journeystreams.domain.event.CartId;

/**
 * A guest's cart went into that of the account (rule A9).
 *
 * @param from from now on another name of {@code into}
 */
public record CartMerge(CartId from, CartId into) {}
