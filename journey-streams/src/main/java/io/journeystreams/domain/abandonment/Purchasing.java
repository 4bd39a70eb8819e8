package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.cart.Bought;
import io.journeystreams.domain.cart.Carts;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Occurrence;
import java.util.List;

/** What a purchase does to what was left unfinished: nobody who has bought is reminded (rules A4, A5, A6). */
public final class Purchasing {

    private Purchasing() {}

    /**
     * @param carts the carts without what was bought
     * @param graceMs a purchase this long after the deadline still takes the alert back, milliseconds (rule A6)
     */
    public static Abandonment step(Abandonment state, JourneyEvent order, Bought bought, Carts carts, long graceMs) {
        Abandonment next = state;
        for (Subject subject : state.subjects()) {
            boolean isClosed = closes(order.occurrence(), bought, subject, carts);
            if (isClosed && wasArmedBefore(subject, bought)) {
                next = next.disarm(subject, DisarmReason.BOUGHT, bought.atMs());
            }
            if (endsAlert(subject, bought, isClosed)) {
                Subject current = next.get(subject.key(), subject.about().cartId());
                next = next.resolve(current, outcome(current, bought, graceMs));
            }
            if (isClosed) {
                Subject current = next.get(subject.key(), subject.about().cartId());
                next = next.with(current.with(current.alerts().restarted()));
            }
        }
        return next;
    }

    /** The order's own cart and checkout, everything if it names nothing, else what it leaves empty (rule A4). */
    private static boolean closes(Occurrence order, Bought bought, Subject subject, Carts carts) {
        About about = subject.about();
        return bought.namesNothing()
                || bought.isOwn(about.cartId())
                || isNamed(
                        order.checkoutId().equals(about.checkoutId()),
                        order.checkoutId().isPresent())
                || isNamed(
                        order.orderId().equals(about.orderId()), order.orderId().isPresent())
                || isNothingLeft(subject, bought, carts);
    }

    private static boolean isNamed(boolean isEqual, boolean isGiven) {
        return isEqual && isGiven;
    }

    /** Where nothing is known of what was at the till, the buyer has the benefit of the doubt. */
    private static boolean isNothingLeft(Subject subject, Bought bought, Carts carts) {
        List<Line> inCart = carts.contentsOf(subject.about().cartId());
        if (subject.kind() == Kind.CART || !inCart.isEmpty()) {
            return inCart.isEmpty();
        }
        return subject.about().lines().stream().allMatch(line -> bought.includes(line.product()));
    }

    private static boolean wasArmedBefore(Subject subject, Bought bought) {
        return subject.arming() instanceof Arming.Armed armed && armed.atMs() <= bought.atMs();
    }

    /** An alert ends when its subject is closed, or when one of the things that it showed is bought. */
    private static boolean endsAlert(Subject subject, Bought bought, boolean isClosed) {
        return subject.alerts()
                .live()
                .filter(alert -> alert.armedAtMs() <= bought.atMs())
                .filter(alert -> isClosed || alert.lines().stream().anyMatch(line -> bought.includes(line.product())))
                .isPresent();
    }

    private static AlertStatus outcome(Subject subject, Bought bought, long graceMs) {
        long deadlineMs = subject.alerts().live().orElseThrow().deadlineMs();
        return bought.atMs() <= deadlineMs + graceMs
                ? new AlertStatus.Retracted(bought.atMs(), Reason.LATE_PURCHASE)
                : new AlertStatus.Recovered(bought.atMs(), subject.alerts().linkFollowed());
    }
}
