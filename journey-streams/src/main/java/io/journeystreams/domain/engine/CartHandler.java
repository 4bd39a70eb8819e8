package io.journeystreams.domain.engine;

import io.journeystreams.domain.cart.Bought;
import io.journeystreams.domain.cart.CartRules;
import io.journeystreams.domain.cart.CartStep;
import io.journeystreams.domain.cart.Carts;
import io.journeystreams.domain.event.CartSnapshot;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.OrderPlaced;
import io.journeystreams.domain.event.PaymentSucceeded;
import io.journeystreams.domain.event.ProductAdded;
import io.journeystreams.domain.event.ProductRemoved;
import io.journeystreams.domain.event.SelectiveHandler;

/** What each type of event does to the carts. */
record CartHandler(Carts carts, Bought bought) implements SelectiveHandler<CartStep> {

    @Override
    public CartStep otherwise(JourneyEvent event) {
        return CartStep.unchanged(carts);
    }

    @Override
    public CartStep onProductAdded(ProductAdded event) {
        return CartRules.add(carts, event);
    }

    @Override
    public CartStep onProductRemoved(ProductRemoved event) {
        return CartRules.remove(carts, event);
    }

    @Override
    public CartStep onCartSnapshot(CartSnapshot event) {
        return CartRules.replace(carts, event);
    }

    @Override
    public CartStep onPaymentSucceeded(PaymentSucceeded event) {
        return CartRules.buy(carts, bought);
    }

    @Override
    public CartStep onOrderPlaced(OrderPlaced event) {
        return CartRules.buy(carts, bought);
    }
}
