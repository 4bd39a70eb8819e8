package io.journeystreams.domain.event;

import java.util.Comparator;

/**
 * Something that happened to a customer, as the rules know it. What was reported is in the {@link Occurrence}; the type
 * says what it means. A new type is a new record here, and every {@link Handler} then has to say what it does with it.
 */
public sealed interface JourneyEvent
        permits PageViewed,
                ProductViewed,
                ProductAdded,
                ProductRemoved,
                CartSnapshot,
                CheckoutStarted,
                CheckoutAdvanced,
                PaymentFailed,
                PaymentSucceeded,
                OrderPlaced,
                OrderReversed,
                Identified,
                LoggedOut,
                ProductSearched,
                FormStarted,
                FormSubmitted,
                CustomerUpdated,
                ConsentChanged,
                CustomersMerged,
                CustomerErased,
                ContactOpened,
                ContactAnswered,
                ContactEnded,
                OrderShipped,
                OrderDelivered,
                OrderReturned,
                Touchpoint {

    /** Event time, then {@link Rank}, then event id (rule T9). */
    Comparator<JourneyEvent> ORDER = Comparator.comparingLong(JourneyEvent::atMs)
            .thenComparing(JourneyEvent::rank)
            .thenComparing(event -> event.id().value());

    Occurrence occurrence();

    Rank rank();

    <R> R accept(Handler<R> handler);

    default EventId id() {
        return occurrence().id();
    }

    /** Event time, epoch milliseconds (rule T1). */
    default long atMs() {
        return occurrence().atMs();
    }

    /** Order of events at the same millisecond: adding and buying at once ends bought (rule T9). */
    enum Rank {
        IDENTITY,
        CART,
        CHECKOUT,
        PAYMENT_FAILURE,
        PURCHASE,
        VIEW,
        /** Ends what happened in its millisecond. */
        LOGOUT
    }

    /** One method per type: whoever decides by type implements this, so that no type is forgotten. */
    interface Handler<R> {
        R onPageViewed(PageViewed event);

        R onProductViewed(ProductViewed event);

        R onProductAdded(ProductAdded event);

        R onProductRemoved(ProductRemoved event);

        R onCartSnapshot(CartSnapshot event);

        R onCheckoutStarted(CheckoutStarted event);

        R onCheckoutAdvanced(CheckoutAdvanced event);

        R onPaymentFailed(PaymentFailed event);

        R onPaymentSucceeded(PaymentSucceeded event);

        R onOrderPlaced(OrderPlaced event);

        R onOrderReversed(OrderReversed event);

        R onIdentified(Identified event);

        R onLoggedOut(LoggedOut event);

        R onProductSearched(ProductSearched event);

        R onFormStarted(FormStarted event);

        R onFormSubmitted(FormSubmitted event);

        R onCustomerUpdated(CustomerUpdated event);

        R onConsentChanged(ConsentChanged event);

        R onCustomersMerged(CustomersMerged event);

        R onCustomerErased(CustomerErased event);

        R onContactOpened(ContactOpened event);

        R onContactAnswered(ContactAnswered event);

        R onContactEnded(ContactEnded event);

        R onOrderShipped(OrderShipped event);

        R onOrderDelivered(OrderDelivered event);

        R onOrderReturned(OrderReturned event);

        R onTouchpoint(Touchpoint event);
    }
}
