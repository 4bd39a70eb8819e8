/** Carts and what purchases take out of them (rules A4, A7, A8). */
@NullMarked
package io.journeystreams.domain.cart;

import org.jspecify.annotations.NullMarked;
