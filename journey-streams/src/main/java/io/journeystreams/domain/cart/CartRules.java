package io.journeystreams.domain.cart;

import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CartSnapshot;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.ProductAdded;
import io.journeystreams.domain.event.ProductRemoved;
import java.util.ArrayList;
import java.util.List;

/**
 * What events do to carts (rules A4, A7, A8). Events come in event-time order, so that the last write wins and a delta
 * older than a snapshot is overwritten by it.
 */
public final class CartRules {

    private CartRules() {}

    public static CartStep add(Carts carts, ProductAdded event) {
        Draft draft = new Draft(carts.get(cartOf(event)), event);
        event.occurrence().lines().forEach(draft::add);
        return draft.finish(carts);
    }

    public static CartStep remove(Carts carts, ProductRemoved event) {
        Draft draft = new Draft(carts.get(cartOf(event)), event);
        event.occurrence().lines().forEach(draft::remove);
        return draft.finish(carts);
    }

    public static CartStep replace(Carts carts, CartSnapshot event) {
        Draft draft = new Draft(carts.get(cartOf(event)), event);
        draft.replace(event.occurrence().lines());
        return draft.finish(carts);
    }

    /** A purchase takes what it names out of the carts, whatever the quantity (rule A4). */
    public static CartStep buy(Carts carts, Bought bought) {
        Carts next = carts;
        List<CartChange> changes = new ArrayList<>();
        for (Cart cart : carts.carts()) {
            Cart left = cart.without(line -> bought.takes(cart.id(), line));
            if (left.isEmpty() && !cart.isEmpty()) {
                changes.add(new CartChange.BoughtOut(cart.id()));
            }
            if (left.lines().size() < cart.lines().size()) {
                next = next.with(left);
            }
        }
        return new CartStep(next, changes, 0);
    }

    /** A guest who says who they are finds both carts as one (rule A9). */
    public static CartStep signIn(CartStep carts, JourneyEvent event) {
        return GuestCarts.step(carts, event);
    }

    private static CartId cartOf(JourneyEvent event) {
        Occurrence occurrence = event.occurrence();
        return occurrence.cartId().orElse(CartId.ONLY);
    }

    /** A cart while one event changes it. */
    private static final class Draft {

        private final Cart before;
        private final JourneyEvent event;
        private Cart cart;
        private boolean grew;
        private int anomalies;

        Draft(Cart cart, JourneyEvent event) {
            this.before = cart;
            this.cart = cart;
            this.event = event;
        }

        void add(Line line) {
            if (line.quantity() > 0) {
                int present = amountOf(line);
                set(line.withQuantity(saturatedSum(present, line.quantity())));
            }
        }

        /** A line of 0 pieces takes all of them. */
        void remove(Line line) {
            int present = amountOf(line);
            int left = line.quantity() == 0 ? 0 : present - line.quantity();
            if (left < 0) {
                anomalies++;
            }
            if (present > 0) {
                set(known(line).withQuantity(Math.max(0, left)));
            }
        }

        void replace(List<Line> lines) {
            for (CartLine old : before.lines()) {
                boolean isStillThere =
                        lines.stream().anyMatch(line -> line.product().equals(old.product()));
                if (!isStillThere) {
                    set(old.line().withQuantity(0));
                }
            }
            for (Line line : lines) {
                if (line.quantity() != amountOf(line)) {
                    set(line);
                }
            }
        }

        CartStep finish(Carts carts) {
            if (cart.isEmpty() && before.isEmpty()) {
                return new CartStep(carts, List.of(), anomalies);
            }
            return new CartStep(carts.with(cart.changedBy(event)), List.of(change()), anomalies);
        }

        private CartChange change() {
            if (cart.isEmpty()) {
                return new CartChange.Emptied(cart.id());
            }
            return grew ? new CartChange.Filled(cart.id()) : new CartChange.Kept(cart.id());
        }

        private void set(Line line) {
            int present = amountOf(line);
            if (present == 0 && cart.lines().size() >= Cart.MAX_LINES) {
                anomalies++;
                return;
            }
            grew |= line.quantity() > present;
            cart = cart.with(line, event.atMs());
        }

        private int amountOf(Line line) {
            return cart.line(line.product()).map(CartLine::quantity).orElse(0);
        }

        /** What the cart knows of the product: a removal often carries neither name nor price. */
        private Line known(Line line) {
            return cart.line(line.product()).map(CartLine::line).orElse(line);
        }

        private static int saturatedSum(int one, int other) {
            return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
        }
    }
}
