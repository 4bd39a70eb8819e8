package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.contracts.AbandonmentReason;
import io.journeystreams.contracts.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an order closes (A4, A5), and how it ends alerts (A6). */
final class Purchases {
    private final ShopRules rules;
    private final Carts carts;
    private final Subjects subjects;
    private final Ends ends;
    private final Map<String, Long> orders = new HashMap<>();

    Purchases(ShopRules rules, Carts carts, Subjects subjects, Ends ends) {
        this.rules = rules;
        this.carts = carts;
        this.subjects = subjects;
        this.ends = ends;
    }

    /** What is told of an order later counts as of when it was told of first (T8, A4). */
    void buy(Fact order) {
        String id = order.orderId() != null ? order.orderId() : order.eventId();
        boolean isNew = !orders.containsKey(id);
        long boughtMs = orders.computeIfAbsent(id, o -> order.atMs());
        Optional<Cart> own =
                Optional.ofNullable(order.cartId()).flatMap(carts::named).filter(cart -> cart.known);
        Optional<Subject> till = tillOf(order);
        own.ifPresent(cart -> close(cart, order, boughtMs));
        till.ifPresent(subject -> close(subject.cart, order, boughtMs));
        till.ifPresent(subject -> closeTill(order));
        if (isNew && own.isEmpty() && till.isEmpty() && order.lines().isEmpty()) {
            carts.all().forEach(cart -> close(cart, order, boughtMs));
        }
        carts.all().forEach(cart -> cart.removeBought(order.lines(), boughtMs));
        subjects.all().forEach(subject -> partlyBought(subject, order, boughtMs));
    }

    /** A6: something that it has shown is gone, and there was an order by then of which the news may have come later. */
    boolean haveTakenFrom(Alert alert, Cart cart) {
        long earliestMs = Math.min(
                alert.armedAtMs(), alert.deadlineMs() - rules.lateness().toMillis());
        return orders.values().stream().anyMatch(atMs -> atMs >= earliestMs && atMs <= alert.deadlineMs())
                && !cart.contents().keySet().containsAll(alert.lines().keySet());
    }

    private Optional<Subject> tillOf(Fact order) {
        return subjects.all().stream()
                .filter(subject -> subject.kind != AbandonmentKind.CART && subject.id.equals(order.checkoutId()))
                .findFirst();
    }

    private void close(Cart cart, Fact order, long boughtMs) {
        cart.removeAllBefore(boughtMs);
        subjects.of(cart).stream()
                .filter(subject -> subject.armedAtMs() <= boughtMs)
                .forEach(subject -> bought(subject, order, true));
    }

    /** The order says itself that this is where it was placed: whichever of their clocks is ahead. */
    private void closeTill(Fact order) {
        subjects.all().stream()
                .filter(subject -> subject.kind != AbandonmentKind.CART && subject.id.equals(order.checkoutId()))
                .forEach(subject -> bought(subject, order, true));
    }

    private void partlyBought(Subject subject, Fact order, long boughtMs) {
        boolean shown = subject.alert != null
                && subject.alert.armedAtMs() <= boughtMs
                && showsAny(subject.alert, order.lines());
        // what an empty till or payment was for is not known, so that it may be what was bought
        if (subject.cart.isEmpty() || shown) {
            bought(subject, order, subject.cart.isEmpty());
        }
    }

    private static boolean showsAny(Alert alert, List<Line> bought) {
        return bought.stream().anyMatch(line -> alert.lines().keySet().stream().anyMatch(key -> isBought(key, line)));
    }

    private static boolean isBought(String key, Line line) {
        return key.equals(Cart.key(line)) || key.equals(line.getProductId());
    }

    private void bought(Subject subject, Fact order, boolean all) {
        if (all) {
            subject.disarm(order.atMs(), AbandonmentReason.LATE_PURCHASE);
        }
        subject.alerts = 0;
        if (subject.alert != null) {
            long inTimeMs = subject.alert.deadlineMs() + rules.grace().toMillis();
            if (order.atMs() <= inTimeMs) {
                ends.buyInTime(subject.alert);
            } else {
                ends.end(subject.alert, End.RECOVERED);
            }
        }
    }
}
