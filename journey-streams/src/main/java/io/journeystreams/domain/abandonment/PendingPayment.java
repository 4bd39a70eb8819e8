package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.cart.Purchases;
import io.journeystreams.domain.cart.Purchases.Standing;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderId;
import java.util.Optional;

/**
 * When an order waits for its payment (kind PAYMENT_PENDING of the table). It is a purchase all the same (rule A4). What was
 * paid or cancelled according to another source does not wait, in whatever order the sources tell.
 */
public final class PendingPayment {

    private static final String METHOD = "payment_method";

    private PendingPayment() {}

    /** @param purchases the orders, this event included */
    public static Abandonment ordered(
            Abandonment state, JourneyEvent order, Purchases purchases, AbandonmentPolicy policy, long graceMs) {
        if (Purchases.saysPaid(order)) {
            return paid(state, order, graceMs);
        }
        boolean waits = Purchases.saysPending(order) && !purchases.isDone(order) && !purchases.mayBeForgotten(order);
        return waits ? waiting(state, order, policy) : state;
    }

    public static Abandonment cancelled(Abandonment state, JourneyEvent reversal) {
        Abandonment next = state;
        for (Subject subject : state.ofKind(Kind.PAYMENT_PENDING)) {
            if (concerns(reversal.occurrence(), subject.about())) {
                next = next.disarm(subject, DisarmReason.CANCELLED, reversal.atMs());
                next = next.resolve(
                        next.get(subject.key(), subject.about()),
                        new AlertStatus.Retracted(reversal.atMs(), Reason.CANCELLED));
            }
        }
        return next;
    }

    /** A payment that failed is not pending any more; {@link CheckoutArming} takes it from here. */
    static Abandonment failed(Abandonment state, Occurrence failed) {
        boolean namesIt = failed.orderId().isPresent() || failed.checkoutId().isPresent();
        Abandonment next = state;
        for (Subject subject : state.ofKind(Kind.PAYMENT_PENDING)) {
            if (namesIt && concerns(failed, subject.about())) {
                next = next.disarm(subject, DisarmReason.REPLACED, failed.atMs());
            }
        }
        return next;
    }

    /**
     * After two profiles were joined: what one of them has paid or cancelled does not wait in the other, nor does its alert stand (rule
     * I6). When that was is not remembered, so the alert is taken back.
     *
     * @param purchases the orders of both
     */
    public static Abandonment joined(Abandonment state, Purchases purchases) {
        Abandonment next = state;
        for (Subject subject : state.ofKind(Kind.PAYMENT_PENDING)) {
            Optional<Standing> standing = subject.about().orderId().flatMap(purchases::standingOf);
            if (standing.equals(Optional.of(Standing.PAID))) {
                next = done(next, subject, DisarmReason.PAID, Reason.LATE_PURCHASE);
            } else if (standing.equals(Optional.of(Standing.REVERSED))) {
                next = done(next, subject, DisarmReason.CANCELLED, Reason.CANCELLED);
            }
        }
        return next;
    }

    private static Abandonment done(Abandonment state, Subject subject, DisarmReason disarmed, Reason takenBack) {
        Abandonment next = state.disarm(subject, disarmed, subject.changedAtMs());
        Subject current = next.get(subject.key(), subject.about());
        return current.alerts()
                .live()
                .map(alert -> next.resolve(current, new AlertStatus.Retracted(alert.deadlineMs(), takenBack)))
                .orElse(next);
    }

    static Optional<PaymentMethod> methodOf(Occurrence occurrence) {
        return occurrence.attribute(METHOD).map(PaymentMethod::named);
    }

    private static Abandonment paid(Abandonment state, JourneyEvent payment, long graceMs) {
        Abandonment next = state;
        for (Subject subject : state.ofKind(Kind.PAYMENT_PENDING)) {
            if (concerns(payment.occurrence(), subject.about())) {
                next = next.disarm(subject, DisarmReason.PAID, payment.atMs());
                Subject current = next.get(subject.key(), subject.about());
                next = next.resolve(current, current.alerts().endedWell(payment.atMs(), graceMs, Reason.LATE_PURCHASE));
            }
        }
        return next;
    }

    /** Once an order: a second source that tells of it is no change, a payment tried again after a failure is one. */
    private static Abandonment waiting(Abandonment state, JourneyEvent order, AbandonmentPolicy policy) {
        Occurrence occurrence = order.occurrence();
        Subject known = state.get(keyOf(order), About.NO_CART);
        Subject subject = known.with(known.about()
                .withReferences(occurrence.checkoutId(), occurrence.orderId(), occurrence.lines())
                .with(known.about().progress().paidBy(methodOf(occurrence))));
        boolean hadItsAlert =
                subject.alerts().count() > 0 && !(subject.arming() instanceof Arming.Disarmed) && !subject.isArmed();
        return hadItsAlert
                ? state.with(subject)
                : state.supersededBy(subject, order.atMs()).armOrTouch(subject, order, policy);
    }

    /** The order named, or the checkout; in doubt it is this one, so that nobody is asked to pay twice. */
    private static boolean concerns(Occurrence payment, About order) {
        if (payment.orderId().isPresent() && order.orderId().isPresent()) {
            return payment.orderId().equals(order.orderId());
        }
        return payment.checkoutId().isEmpty()
                || order.checkoutId().isEmpty()
                || payment.checkoutId().equals(order.checkoutId());
    }

    private static SubjectKey keyOf(JourneyEvent order) {
        String id = order.occurrence()
                .orderId()
                .map(OrderId::value)
                .or(() -> order.occurrence().checkoutId().map(CheckoutId::value))
                .orElse(order.id().value());
        return new SubjectKey(Kind.PAYMENT_PENDING, id);
    }
}
