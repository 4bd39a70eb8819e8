package io.journeystreams.domain.stage;

import io.journeystreams.domain.event.ContactAnswered;
import io.journeystreams.domain.event.ContactEnded;
import io.journeystreams.domain.event.ContactOpened;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.LoggedOut;
import io.journeystreams.domain.event.OrderDelivered;
import io.journeystreams.domain.event.OrderPlaced;
import io.journeystreams.domain.event.OrderReturned;
import io.journeystreams.domain.event.OrderReversed;
import io.journeystreams.domain.event.OrderShipped;
import io.journeystreams.domain.event.PaymentFailed;
import io.journeystreams.domain.event.PaymentSucceeded;
import io.journeystreams.domain.event.SelectiveHandler;
import io.journeystreams.domain.event.Touchpoint;
import java.util.Set;

/**
 * Whether an event is a touch of the mission under way, or begins one. What becomes of an order belongs to the order, and what
 * a buyer asks the service belongs to what was bought.
 */
record Touch(boolean isGoal, KeptOrders orders) implements SelectiveHandler<Boolean> {

    private static final Set<String> OFFLINE = Set.of("store_visited", "email_clicked", "quote_requested");
    private static final Set<String> VOICE =
            Set.of("review_written", "survey_answered", "referral_made", "social_mentioned");

    @Override
    public Boolean otherwise(JourneyEvent event) {
        return event.occurrence().isInteractive();
    }

    @Override
    public Boolean onTouchpoint(Touchpoint event) {
        String type = event.occurrence().type();
        return OFFLINE.contains(type) || (event.occurrence().isInteractive() && !VOICE.contains(type));
    }

    @Override
    public Boolean onOrderPlaced(OrderPlaced event) {
        return isGoal;
    }

    @Override
    public Boolean onPaymentSucceeded(PaymentSucceeded event) {
        return isGoal;
    }

    @Override
    public Boolean onPaymentFailed(PaymentFailed event) {
        boolean isOfCountedOrder = event.occurrence().orderId().isPresent()
                && event.occurrence().orderId().equals(orders.lastId());
        return !isOfCountedOrder && event.occurrence().isInteractive();
    }

    @Override
    public Boolean onContactOpened(ContactOpened event) {
        boolean isPreSale = event.occurrence()
                .attribute("pre_sale")
                .map(Boolean::parseBoolean)
                .orElse(false);
        return isPreSale || orders.count() == 0;
    }

    @Override
    public Boolean onContactAnswered(ContactAnswered event) {
        return false;
    }

    @Override
    public Boolean onContactEnded(ContactEnded event) {
        return false;
    }

    @Override
    public Boolean onOrderReversed(OrderReversed event) {
        return false;
    }

    @Override
    public Boolean onOrderShipped(OrderShipped event) {
        return false;
    }

    @Override
    public Boolean onOrderDelivered(OrderDelivered event) {
        return false;
    }

    @Override
    public Boolean onOrderReturned(OrderReturned event) {
        return false;
    }

    @Override
    public Boolean onLoggedOut(LoggedOut event) {
        return false;
    }
}
