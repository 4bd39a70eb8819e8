package io.journeystreams.domain.cart;

import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.ProductKey;
import java.util.List;
import java.util.Optional;

/**
 * What a purchase names of the things that we know (rule A4). References to carts and checkouts that were never seen name
 * nothing: a shop's order system may number its carts otherwise, and the buyer must not be reminded for that.
 *
 * @param atMs when the order was first told of, epoch milliseconds: what came into a cart since is not of it
 * @param toldAtMs event time of this report, epoch milliseconds
 * @param isKnown another report of the order came before: where this one names nothing, that one has said it all
 * @param ownCart the cart that was bought, by its own id or by that of the checkout
 * @param knowsCheckout the checkout that it names is known
 */
public record Bought(
        long atMs,
        long toldAtMs,
        boolean isKnown,
        Optional<CartId> ownCart,
        boolean knowsCheckout,
        List<ProductKey> products) {

    /** Of an event that is no purchase. */
    public static final Bought NOTHING = new Bought(0, 0, true, Optional.empty(), false, List.of());

    public Bought {
        products = List.copyOf(products);
    }

    /** @param before the orders before this report */
    public static Bought of(JourneyEvent report, Purchases before, Optional<CartId> knownCart, boolean knowsCheckout) {
        Occurrence order = report.occurrence();
        List<ProductKey> products = order.lines().stream().map(Line::product).toList();
        return new Bought(
                before.placedAtMs(report), report.atMs(), before.isKnown(report), knownCart, knowsCheckout, products);
    }

    /** Names neither cart, checkout nor lines, and is new: then it stands for everything that was open before it. */
    public boolean namesNothing() {
        return !isKnown && ownCart.isEmpty() && !knowsCheckout && products.isEmpty();
    }

    public boolean isOwn(CartId cart) {
        return ownCart.map(cart::equals).orElse(false);
    }

    /** Whether a product is among those bought; where one side names no variant, any variant is meant. */
    public boolean includes(ProductKey product) {
        return products.stream().anyMatch(bought -> isSame(bought, product));
    }

    boolean takes(CartId cart, CartLine line) {
        boolean wasThere = line.changedAtMs() <= atMs;
        return wasThere && (namesNothing() || isOwn(cart) || includes(line.product()));
    }

    private static boolean isSame(ProductKey one, ProductKey other) {
        return one.productId().equals(other.productId())
                && (one.variantId().isEmpty()
                        || other.variantId().isEmpty()
                        || one.variantId().equals(other.variantId()));
    }
}
