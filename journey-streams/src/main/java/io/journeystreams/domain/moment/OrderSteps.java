package io.journeystreams.domain.moment;

import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderDelivered;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.OrderPlaced;
import io.journeystreams.domain.event.OrderReturned;
import io.journeystreams.domain.event.OrderReversed;
import io.journeystreams.domain.event.OrderShipped;
import io.journeystreams.domain.event.PaymentSucceeded;
import io.journeystreams.domain.event.SelectiveHandler;
import io.journeystreams.domain.event.Touchpoint;
import io.journeystreams.domain.moment.Moment.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** An order on its way: placed, paid, shipped, delivered; each step at most once. */
record OrderSteps(Moments before) implements SelectiveHandler<Moments> {

    private static final String PAID = "order_paid";
    private static final String REVIEWED = "review_written";

    /** Within this time a payment that does not name its order is the one that was thanked for already. */
    private static final long SAME_PAYMENT_MS = Duration.ofHours(1).toMillis();

    @Override
    public Moments otherwise(JourneyEvent event) {
        return before;
    }

    @Override
    public Moments onOrderPlaced(OrderPlaced event) {
        Occurrence occurrence = event.occurrence();
        boolean isPaid = occurrence.type().equals(PAID)
                || occurrence.attribute("payment_status").filter("paid"::equals).isPresent();
        boolean isPlaced = !occurrence.type().equals(PAID);
        Moments next = isPlaced ? changed(event, order -> order.placedAt(event.atMs())) : before;
        return isPaid ? paid(next, event) : next;
    }

    @Override
    public Moments onPaymentSucceeded(PaymentSucceeded event) {
        return paid(before, event);
    }

    private static Moments paid(Moments state, JourneyEvent event) {
        Optional<OrderId> id = event.occurrence().orderId();
        if (isKnown(state, id, event.atMs())) {
            return state;
        }
        Optional<OrderFlow> order = id.map(state::order);
        OptionalLong placedAtMs = order.map(OrderFlow::placedAtMs).orElse(OptionalLong.empty());
        Moments next = order.map(flow -> state.with(flow.paidAt(event.atMs()))).orElse(state);
        return next.with(new Moments.Payment(id, event.atMs()))
                .with(MomentRules.moment(Kind.THANK_YOU, event.atMs(), event.id(), placedAtMs, id, false));
    }

    private static boolean isKnown(Moments state, Optional<OrderId> id, long atMs) {
        boolean isPaid = id.map(state::order)
                .filter(order -> order.paidAtMs().isPresent())
                .isPresent();
        return isPaid
                || state.lastPaid()
                        .filter(last -> last.orderId().isEmpty() || id.isEmpty())
                        .filter(last -> atMs - last.atMs() <= SAME_PAYMENT_MS)
                        .isPresent();
    }

    @Override
    public Moments onOrderShipped(OrderShipped event) {
        Optional<OrderId> id = event.occurrence().orderId();
        Optional<OrderFlow> order =
                id.map(before::order).filter(flow -> flow.shippedAtMs().isEmpty());
        if (order.isEmpty()) {
            return before;
        }
        Moments next = before.with(order.get().shippedAt(event.atMs()));
        OptionalLong paidAtMs = order.get().paidAtMs();
        return paidAtMs.isEmpty()
                ? next
                : next.with(MomentRules.moment(Kind.SURPRISE_WINDOW, event.atMs(), event.id(), paidAtMs, id, false));
    }

    @Override
    public Moments onOrderDelivered(OrderDelivered event) {
        OrderFlow.Delivery delivery = new OrderFlow.Delivery(event.id(), event.atMs());
        return changed(
                event,
                order -> order.isClosed() || order.delivery().isPresent() ? order : order.with(Optional.of(delivery)));
    }

    @Override
    public Moments onOrderReturned(OrderReturned event) {
        return changed(event, OrderFlow::closed);
    }

    @Override
    public Moments onOrderReversed(OrderReversed event) {
        return changed(event, OrderFlow::closed);
    }

    /** Who has written a review is not asked for one. */
    @Override
    public Moments onTouchpoint(Touchpoint event) {
        return event.occurrence().type().equals(REVIEWED) ? changed(event, OrderFlow::closed) : before;
    }

    private Moments changed(JourneyEvent event, UnaryOperator<OrderFlow> change) {
        return event.occurrence()
                .orderId()
                .map(id -> before.with(change.apply(before.order(id))))
                .orElse(before);
    }
}
