package io.journeystreams.domain.engine;

import io.journeystreams.domain.cart.Bought;
import io.journeystreams.domain.cart.CartRules;
import io.journeystreams.domain.cart.CartStep;
import io.journeystreams.domain.cart.Carts;
import io.journeystreams.domain.event.CartSnapshot;
import io.journeystreams.domain.event.CheckoutAdvanced;
import io.journeystreams.domain.event.CheckoutStarted;
import io.journeystreams.domain.event.Identified;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.LoggedOut;
import io.journeystreams.domain.event.OrderPlaced;
import io.journeystreams.domain.event.OrderReversed;
import io.journeystreams.domain.event.PageViewed;
import io.journeystreams.domain.event.PaymentFailed;
import io.journeystreams.domain.event.PaymentSucceeded;
import io.journeystreams.domain.event.ProductAdded;
import io.journeystreams.domain.event.ProductRemoved;
import io.journeystreams.domain.event.ProductViewed;
import io.journeystreams.domain.event.Touchpoint;

/** What each type of event does to the carts. */
record CartHandler(Carts carts, Bought bought) implements JourneyEvent.Handler<CartStep> {

    @Override
    public CartStep onPageViewed(PageViewed event) {
        return CartStep.unchanged(carts);
    }

    @Override
    public CartStep onProductViewed(ProductViewed event) {
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
    public CartStep onCheckoutStarted(CheckoutStarted event) {
        return CartStep.unchanged(carts);
    }

    @Override
    public CartStep onCheckoutAdvanced(CheckoutAdvanced event) {
        return CartStep.unchanged(carts);
    }

    @Override
    public CartStep onPaymentFailed(PaymentFailed event) {
        return CartStep.unchanged(carts);
    }

    @Override
    public CartStep onPaymentSucceeded(PaymentSucceeded event) {
        return CartRules.buy(carts, bought);
    }

    @Override
    public CartStep onOrderPlaced(OrderPlaced event) {
        return CartRules.buy(carts, bought);
    }

    @Override
    public CartStep onOrderReversed(OrderReversed event) {
        return CartStep.unchanged(carts);
    }

    @Override
    public CartStep onIdentified(Identified event) {
        return CartStep.unchanged(carts);
    }

    @Override
    public CartStep onLoggedOut(LoggedOut event) {
        return CartStep.unchanged(carts);
    }

    @Override
    public CartStep onTouchpoint(Touchpoint event) {
        return CartStep.unchanged(carts);
    }
}
