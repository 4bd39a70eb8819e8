package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.Abandonment;
import io.journeystreams.domain.abandonment.CartArming;
import io.journeystreams.domain.abandonment.CheckoutArming;
import io.journeystreams.domain.abandonment.FormArming;
import io.journeystreams.domain.abandonment.InterestArming;
import io.journeystreams.domain.abandonment.PendingPayment;
import io.journeystreams.domain.abandonment.Purchasing;
import io.journeystreams.domain.cart.Bought;
import io.journeystreams.domain.cart.CartChange;
import io.journeystreams.domain.cart.CartStep;
import io.journeystreams.domain.cart.Purchases;
import io.journeystreams.domain.event.CartSnapshot;
import io.journeystreams.domain.event.CheckoutAdvanced;
import io.journeystreams.domain.event.CheckoutStarted;
import io.journeystreams.domain.event.FormStarted;
import io.journeystreams.domain.event.FormSubmitted;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.OrderPlaced;
import io.journeystreams.domain.event.OrderReversed;
import io.journeystreams.domain.event.PaymentFailed;
import io.journeystreams.domain.event.PaymentSucceeded;
import io.journeystreams.domain.event.ProductAdded;
import io.journeystreams.domain.event.ProductRemoved;
import io.journeystreams.domain.event.ProductSearched;
import io.journeystreams.domain.event.ProductViewed;
import io.journeystreams.domain.event.SelectiveHandler;

/** What each type of event does to what is left unfinished; the carts have been changed already. */
record AbandonmentHandler(Abandonment state, CartStep carts, Bought bought, Purchases orders, EnginePolicy policy)
        implements SelectiveHandler<Abandonment> {

    @Override
    public Abandonment otherwise(JourneyEvent event) {
        return state;
    }

    @Override
    public Abandonment onProductAdded(ProductAdded event) {
        return cartChanged(event);
    }

    @Override
    public Abandonment onProductRemoved(ProductRemoved event) {
        return cartChanged(event);
    }

    @Override
    public Abandonment onCartSnapshot(CartSnapshot event) {
        return cartChanged(event);
    }

    @Override
    public Abandonment onCheckoutStarted(CheckoutStarted event) {
        return CheckoutArming.started(state, event, carts.carts(), policy.abandonment());
    }

    @Override
    public Abandonment onCheckoutAdvanced(CheckoutAdvanced event) {
        return CheckoutArming.advanced(state, event, carts.carts(), policy.abandonment());
    }

    @Override
    public Abandonment onPaymentFailed(PaymentFailed event) {
        return CheckoutArming.paymentFailed(state, event, carts.carts(), policy.abandonment());
    }

    @Override
    public Abandonment onProductViewed(ProductViewed event) {
        return InterestArming.viewed(state, event);
    }

    @Override
    public Abandonment onProductSearched(ProductSearched event) {
        return InterestArming.searched(state, event, policy.abandonment());
    }

    @Override
    public Abandonment onFormStarted(FormStarted event) {
        return FormArming.started(state, event, policy.abandonment());
    }

    @Override
    public Abandonment onFormSubmitted(FormSubmitted event) {
        return FormArming.submitted(state, event, graceMs());
    }

    @Override
    public Abandonment onOrderReversed(OrderReversed event) {
        return PendingPayment.cancelled(state, event);
    }

    @Override
    public Abandonment onPaymentSucceeded(PaymentSucceeded event) {
        return purchased(event);
    }

    @Override
    public Abandonment onOrderPlaced(OrderPlaced event) {
        return purchased(event);
    }

    private Abandonment cartChanged(JourneyEvent event) {
        Abandonment next = state;
        for (CartChange change : carts.changes()) {
            next = CartArming.step(next, event, change, policy.abandonment());
        }
        return next;
    }

    private Abandonment purchased(JourneyEvent event) {
        Abandonment bought = Purchasing.step(state, event, this.bought, carts.carts(), graceMs());
        return PendingPayment.ordered(bought, event, orders, policy.abandonment(), graceMs());
    }

    private long graceMs() {
        return policy.clock().grace().toMillis();
    }
}
