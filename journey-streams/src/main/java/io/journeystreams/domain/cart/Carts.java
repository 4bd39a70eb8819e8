package io.journeystreams.domain.cart;

import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.Totals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The carts of a customer. An emptied cart stays known until it is forgotten. */
public record Carts(List<Cart> carts) {

    public static final Carts NONE = new Carts(List.of());

    /** Carts kept; beyond, empty ones go first, then those that are other names, then those with something in them. */
    public static final int MAX_CARTS = 50;

    /** Lines kept in all carts together; beyond, the carts go that have not changed for longest. */
    public static final int MAX_LINES = 2 * Cart.MAX_LINES;

    private static final Comparator<Cart> FIRST_TO_GO = Comparator.comparing((Cart cart) -> !cart.isEmpty())
            .thenComparing(cart -> cart.mergedInto().isPresent())
            .thenComparingLong(Cart::changedAtMs)
            .thenComparing(cart -> cart.id().value());

    public Carts {
        carts = List.copyOf(carts);
    }

    /** There are more carts, or there is more in them, than a profile may hold. */
    public boolean areTooMany() {
        return carts.size() > MAX_CARTS || lines() > MAX_LINES;
    }

    /** No more than a profile may hold; the cart that was changed last stays. */
    public Carts bounded() {
        Carts next = this;
        while (next.carts.size() > MAX_CARTS) {
            next = next.without(next.carts.stream().min(FIRST_TO_GO).orElseThrow());
        }
        while (next.lines() > MAX_LINES) {
            next = next.without(next.carts.stream()
                    .filter(cart -> !cart.isEmpty())
                    .min(FIRST_TO_GO)
                    .orElseThrow());
        }
        return next;
    }

    private int lines() {
        int lines = 0;
        for (Cart cart : carts) {
            lines += cart.lines().size();
        }
        return lines;
    }

    private Carts without(Cart gone) {
        return new Carts(carts.stream().filter(cart -> !cart.equals(gone)).toList());
    }

    public Optional<Cart> find(CartId id) {
        for (Cart cart : carts) {
            if (cart.id().equals(id)) {
                return Optional.of(cart);
            }
        }
        return Optional.empty();
    }

    public boolean isKnown(CartId id) {
        return find(id).isPresent();
    }

    public List<Line> contentsOf(CartId id) {
        return find(id).map(Cart::contents).orElse(List.of());
    }

    /** The cart that a checkout without a cart id is about: the one last changed. */
    public Optional<CartId> lastChanged() {
        return carts.stream()
                .filter(cart -> !cart.isEmpty())
                .max(Comparator.comparingLong(Cart::changedAtMs))
                .map(Cart::id);
    }

    /** Value of all that is in the carts; absent where a price is missing or currencies differ. */
    public Optional<Money> value() {
        List<Line> all = new ArrayList<>();
        for (Cart cart : carts) {
            all.addAll(cart.contents());
        }
        return Totals.of(all);
    }

    /** The carts of two profiles; a cart that both know has the lines of both, the later change of each. */
    public Carts union(Carts other) {
        Carts joined = this;
        for (Cart cart : other.carts) {
            joined = joined.with(joined.find(cart.id()).map(cart::union).orElse(cart));
        }
        return joined;
    }

    /** Without the empty carts that nobody has changed since; the other name of one that stays, stays. */
    public Carts forgetEmptyBefore(long ms) {
        return new Carts(carts.stream()
                .filter(cart -> isInUse(cart, ms) || isInUse(named(cart.id()), ms))
                .toList());
    }

    /** The cart that goes by this name: itself, or the one into which it went (rule A9). */
    public CartId named(CartId id) {
        CartId name = id;
        for (int hops = 0; hops < carts.size(); hops++) {
            name = find(name).flatMap(Cart::mergedInto).orElse(name);
        }
        return name;
    }

    private boolean isInUse(CartId id, long sinceMs) {
        return find(id).filter(cart -> isInUse(cart, sinceMs)).isPresent();
    }

    private static boolean isInUse(Cart cart, long sinceMs) {
        return !cart.isEmpty() || cart.changedAtMs() >= sinceMs;
    }

    Cart get(CartId id) {
        return find(id).orElseGet(() -> Cart.empty(id));
    }

    Carts with(Cart changed) {
        List<Cart> next = new ArrayList<>(carts);
        next.removeIf(cart -> cart.id().equals(changed.id()));
        next.add(changed);
        return new Carts(next);
    }
}
