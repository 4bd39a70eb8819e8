/** Tests of the rules of this package alone. */
@NullMarked
package io.journeystreams.domain.cart;

import org.jspecify.annotations.NullMarked;
