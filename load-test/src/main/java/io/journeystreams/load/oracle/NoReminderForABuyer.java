package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * T4 to T6, A4: whoever has bought is not reminded. A source's watermark cannot pass a record that the source has not read, so
 * what was ingested before deadline + grace is known when the alert is told. Looked at are purchases that name the customer
 * themselves (a device's go to its customer a moment later), that buy all the alert shows or name its cart or checkout or nothing
 * at all, and after which the customer changed no cart and went to no till.
 */
final class NoReminderForABuyer implements Invariant {
    private final ShopRules rules;

    NoReminderForABuyer(ShopRules rules) {
        this.rules = rules;
    }

    @Override
    public List<Difference> broken(List<Fact> facts, Published published) {
        List<Difference> broken = new ArrayList<>();
        for (AbandonmentEvent action : published.actions()) {
            if (action.getState() == AbandonmentState.ABANDONED && action.getActionable()) {
                facts.stream()
                        .filter(fact -> fact.isPurchase() && isBought(action, fact, facts))
                        .forEach(order -> broken.add(difference(
                                action.getProfile(),
                                "reminded by " + action.getAlertId() + " of what was bought with " + order)));
            }
        }
        return broken;
    }

    private boolean isBought(AbandonmentEvent action, Fact order, List<Fact> facts) {
        long deadlineMs = action.getDeadline().toEpochMilli();
        return isTheirs(order, action)
                && order.ingestedMs() < deadlineMs + rules.grace().toMillis()
                && order.atMs() >= action.getArmedAt().toEpochMilli()
                && isAbout(order, action, facts)
                && facts.stream()
                        .noneMatch(fact -> changesWhatIsLeft(fact, action) && isBetween(fact, order, deadlineMs));
    }

    private static boolean isTheirs(Fact fact, AbandonmentEvent action) {
        return fact.customer() != null && action.getProfile().equals("c:" + fact.customer());
    }

    private static boolean isAbout(Fact order, AbandonmentEvent action, List<Fact> facts) {
        boolean namesCart = order.cartId() != null && Objects.equals(order.cartId(), action.getCartId());
        boolean namesTill = order.checkoutId() != null && Objects.equals(order.checkoutId(), action.getCheckoutId());
        boolean namesNothing = order.type().equals("order_placed")
                && facts.stream().filter(fact -> isReportOf(order, fact)).allMatch(NoReminderForABuyer::namesNothing);
        boolean buysAll = !action.getLines().isEmpty()
                && action.getLines().stream()
                        .allMatch(left -> order.lines().stream().anyMatch(line -> Cart.sameProduct(line, left)));
        return namesCart || namesTill || namesNothing || buysAll;
    }

    /** A4: an order has named what any of its reports has named. */
    private static boolean isReportOf(Fact order, Fact other) {
        boolean isSameOrder = order.orderId() != null && order.orderId().equals(other.orderId());
        return other.isPurchase() && (isSameOrder || other.equals(order));
    }

    private static boolean namesNothing(Fact order) {
        return order.cartId() == null
                && order.checkoutId() == null
                && order.lines().isEmpty();
    }

    private static boolean changesWhatIsLeft(Fact fact, AbandonmentEvent action) {
        boolean sameDevice = fact.device() != null && fact.device().equals(action.getDeviceId());
        boolean changes = fact.changesCart()
                || fact.type().startsWith("checkout_")
                || fact.type().equals("payment_failed");
        return changes && (isTheirs(fact, action) || sameDevice);
    }

    private static boolean isBetween(Fact fact, Fact order, long deadlineMs) {
        return fact.atMs() > order.atMs() && fact.atMs() <= deadlineMs;
    }
}
