package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.cart.Bought;
import io.journeystreams.domain.cart.Carts;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Occurrence;
import java.util.List;

/**
 * What a purchase does to what was left unfinished: nobody who has bought is reminded (rules A4, A5, A6). Orders that wait for
 * their payment are purchases themselves; {@link PendingPayment} sees to them.
 */
public final class Purchasing {

    private Purchasing() {}

    /**
     * @param carts the carts without what was bought
     * @param graceMs a purchase this long after the deadline still takes the alert back, milliseconds (rule A6)
     */
    public static Abandonment step(Abandonment state, JourneyEvent order, Bought bought, Carts carts, long graceMs) {
        Abandonment next = state;
        for (Subject subject : state.subjects()) {
            if (subject.kind() != Kind.PAYMENT_PENDING) {
                next = step(next, subject, order, bought, carts, graceMs);
            }
        }
        return next;
    }

    /** @param before the subject before the purchase */
    private static Abandonment step(
            Abandonment state, Subject before, JourneyEvent order, Bought bought, Carts carts, long graceMs) {
        boolean isClosed = closes(order.occurrence(), bought, before, carts);
        boolean isPlace = isWherePlaced(order.occurrence(), before);
        boolean isOfAlert = isOfLastAlert(before, bought, isClosed, isPlace);
        Abandonment next = state;
        if (isClosed && (isPlace || wasArmedBefore(before, bought) || isEmptyCart(before, carts))) {
            next = next.disarm(before, DisarmReason.BOUGHT, bought.toldAtMs());
        }
        if (isOfAlert && before.alerts().live().isPresent()) {
            next = alertEnded(next, before, bought, graceMs);
        }
        if (isClosed || isOfAlert) {
            Subject subject = next.get(before.key(), before.about());
            next = next.with(subject.with(subject.alerts().restarted()));
        }
        if (wasListedBefore(before, bought)) {
            Subject subject = next.get(before.key(), before.about());
            next = next.with(subject.with(left(subject, bought, isClosed)));
        }
        return next;
    }

    private static Abandonment alertEnded(Abandonment state, Subject before, Bought bought, long graceMs) {
        Subject subject = state.get(before.key(), before.about());
        AlertStatus ended = subject.alerts().endedWell(bought.toldAtMs(), graceMs, Reason.LATE_PURCHASE);
        Abandonment next = state.resolve(subject, ended);
        return ended instanceof AlertStatus.Retracted
                ? next.recoverReplaced(subject.alerts().lastAtMs(), bought.toldAtMs())
                : next;
    }

    /** What a till listed is kept for the next one, which may list nothing: by then it must not be there any more. */
    private static boolean wasListedBefore(Subject subject, Bought bought) {
        return subject.isArmed()
                ? wasArmedBefore(subject, bought)
                : isTill(subject) && subject.changedAtMs() <= bought.atMs();
    }

    private static About left(Subject subject, Bought bought, boolean isClosed) {
        if (!isClosed) {
            return subject.about().without(bought);
        }
        return isTill(subject) ? subject.about().with(List.of()) : subject.about();
    }

    /** The order's own cart and checkout, everything if it names nothing, else what it leaves empty (rule A4). */
    private static boolean closes(Occurrence order, Bought bought, Subject subject, Carts carts) {
        About about = subject.about();
        return bought.namesNothing()
                || about.cartId().filter(bought::isOwn).isPresent()
                || isNamed(
                        order.checkoutId().equals(about.checkoutId()),
                        order.checkoutId().isPresent())
                || isNamed(
                        order.orderId().equals(about.orderId()), order.orderId().isPresent())
                || isNothingLeft(subject, bought, carts);
    }

    /**
     * The checkout that a report of the order names is where it was placed, though by the clock of the source that told of the order
     * first it began after the order.
     */
    private static boolean isWherePlaced(Occurrence order, Subject subject) {
        return isTill(subject)
                && isNamed(
                        order.checkoutId().equals(subject.about().checkoutId()),
                        order.checkoutId().isPresent());
    }

    private static boolean isTill(Subject subject) {
        return subject.kind() == Kind.CHECKOUT || subject.kind() == Kind.PAYMENT_FAILED;
    }

    private static boolean isNamed(boolean isEqual, boolean isGiven) {
        return isEqual && isGiven;
    }

    /**
     * Where nothing is known of what was at the till, the buyer has the benefit of the doubt; any purchase answers a search. A
     * form is closed by none that is about something else.
     */
    private static boolean isNothingLeft(Subject subject, Bought bought, Carts carts) {
        if (subject.kind() == Kind.FORM) {
            return false;
        }
        List<Line> inCart = inCart(subject, carts);
        if (subject.kind() == Kind.CART || !inCart.isEmpty()) {
            return inCart.isEmpty();
        }
        return subject.about().lines().stream().allMatch(line -> bought.includes(line.product()));
    }

    /** What a later report of an order says was bought may have been all that was in a cart that was touched since the first one. */
    private static boolean isEmptyCart(Subject subject, Carts carts) {
        return subject.kind() == Kind.CART && inCart(subject, carts).isEmpty();
    }

    private static List<Line> inCart(Subject subject, Carts carts) {
        return subject.about().cartId().map(carts::contentsOf).orElse(List.of());
    }

    private static boolean wasArmedBefore(Subject subject, Bought bought) {
        return subject.arming() instanceof Arming.Armed armed && armed.atMs() <= bought.atMs();
    }

    /** A purchase is of the last alert when it closes the subject, or takes one of the things that the alert showed. */
    private static boolean isOfLastAlert(Subject subject, Bought bought, boolean isClosed, boolean isPlace) {
        return subject.alerts()
                .last()
                .filter(alert -> isPlace || alert.armedAtMs() <= bought.atMs())
                .filter(alert -> isClosed || alert.hasShown(bought::includes))
                .isPresent();
    }
}
