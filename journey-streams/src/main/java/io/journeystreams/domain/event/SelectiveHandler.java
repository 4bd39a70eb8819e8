package io.journeystreams.domain.event;

/**
 * A handler that means few types of events; {@link #otherwise} is what all the others mean to it. Whoever has something to say
 * about most types implements {@link JourneyEvent.Handler} itself, so that none is forgotten.
 */
public interface SelectiveHandler<R> extends JourneyEvent.Handler<R> {

    R otherwise(JourneyEvent event);

    @Override
    default R onPageViewed(PageViewed event) {
        return otherwise(event);
    }

    @Override
    default R onProductViewed(ProductViewed event) {
        return otherwise(event);
    }

    @Override
    default R onProductAdded(ProductAdded event) {
        return otherwise(event);
    }

    @Override
    default R onProductRemoved(ProductRemoved event) {
        return otherwise(event);
    }

    @Override
    default R onCartSnapshot(CartSnapshot event) {
        return otherwise(event);
    }

    @Override
    default R onCheckoutStarted(CheckoutStarted event) {
        return otherwise(event);
    }

    @Override
    default R onCheckoutAdvanced(CheckoutAdvanced event) {
        return otherwise(event);
    }

    @Override
    default R onPaymentFailed(PaymentFailed event) {
        return otherwise(event);
    }

    @Override
    default R onPaymentSucceeded(PaymentSucceeded event) {
        return otherwise(event);
    }

    @Override
    default R onOrderPlaced(OrderPlaced event) {
        return otherwise(event);
    }

    @Override
    default R onOrderReversed(OrderReversed event) {
        return otherwise(event);
    }

    @Override
    default R onIdentified(Identified event) {
        return otherwise(event);
    }

    @Override
    default R onLoggedOut(LoggedOut event) {
        return otherwise(event);
    }

    @Override
    default R onProductSearched(ProductSearched event) {
        return otherwise(event);
    }

    @Override
    default R onFormStarted(FormStarted event) {
        return otherwise(event);
    }

    @Override
    default R onFormSubmitted(FormSubmitted event) {
        return otherwise(event);
    }

    @Override
    default R onCustomerUpdated(CustomerUpdated event) {
        return otherwise(event);
    }

    @Override
    default R onConsentChanged(ConsentChanged event) {
        return otherwise(event);
    }

    @Override
    default R onCustomersMerged(CustomersMerged event) {
        return otherwise(event);
    }

    @Override
    default R onCustomerErased(CustomerErased event) {
        return otherwise(event);
    }

    @Override
    default R onContactOpened(ContactOpened event) {
        return otherwise(event);
    }

    @Override
    default R onContactAnswered(ContactAnswered event) {
        return otherwise(event);
    }

    @Override
    default R onContactEnded(ContactEnded event) {
        return otherwise(event);
    }

    @Override
    default R onOrderShipped(OrderShipped event) {
        return otherwise(event);
    }

    @Override
    default R onOrderDelivered(OrderDelivered event) {
        return otherwise(event);
    }

    @Override
    default R onOrderReturned(OrderReturned event) {
        return otherwise(event);
    }

    @Override
    default R onTouchpoint(Touchpoint event) {
        return otherwise(event);
    }
}
