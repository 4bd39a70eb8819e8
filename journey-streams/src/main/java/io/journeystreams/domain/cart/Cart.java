package io.journeystreams.domain.cart;

import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.ProductKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A cart with something in it, or one that had.
 *
 * @param lines in the order in which they were put in, each product and variant once, none with 0 pieces
 * @param changedAtMs event time of the last change, epoch milliseconds
 * @param mergedInto this is another name of that cart (rule A9); there is nothing in it
 */
public record Cart(CartId id, List<CartLine> lines, long changedAtMs, Holder holder, Optional<CartId> mergedInto) {

    /** Lines kept per cart; what is added beyond is counted as an anomaly. */
    public static final int MAX_LINES = 200;

    public Cart {
        lines = List.copyOf(lines);
    }

    static Cart empty(CartId id) {
        return new Cart(id, List.of(), Long.MIN_VALUE, Holder.NOBODY, Optional.empty());
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public List<Line> contents() {
        return lines.isEmpty() ? List.of() : lines.stream().map(CartLine::line).toList();
    }

    Optional<CartLine> line(ProductKey product) {
        return lines.stream().filter(line -> line.product().equals(product)).findFirst();
    }

    /** Sets the amount of a product; 0 takes the line out. */
    Cart with(Line line, long atMs) {
        return with(new CartLine(line, atMs));
    }

    private Cart with(CartLine line) {
        List<CartLine> next = new ArrayList<>(lines.size() + 1);
        boolean replaced = false;
        for (CartLine old : lines) {
            if (!old.product().equals(line.product())) {
                next.add(old);
            } else if (line.quantity() > 0) {
                next.add(line);
                replaced = true;
            }
        }
        if (!replaced && line.quantity() > 0) {
            next.add(line);
        }
        return new Cart(id, next, Math.max(changedAtMs, line.changedAtMs()), holder, mergedInto);
    }

    /** After an event about the cart, which may have left it as it was. */
    Cart changedBy(JourneyEvent event) {
        return new Cart(id, lines, event.atMs(), holder.after(event), Optional.empty());
    }

    Cart heldAfter(JourneyEvent event) {
        return new Cart(id, lines, changedAtMs, holder.after(event), mergedInto);
    }

    /** The same cart as two profiles know it: the later change of each line. */
    Cart union(Cart other) {
        List<CartLine> joined = new ArrayList<>(lines);
        for (CartLine line : other.lines) {
            Optional<CartLine> known = line(line.product());
            if (known.isEmpty()) {
                joined.add(line);
            } else if (known.get().changedAtMs() < line.changedAtMs()) {
                joined.set(lines.indexOf(known.get()), line);
            }
        }
        Cart later = other.changedAtMs > changedAtMs ? other : this;
        return new Cart(
                id,
                joined.subList(0, Math.min(joined.size(), MAX_LINES)),
                later.changedAtMs,
                later.holder,
                joined.isEmpty() ? later.mergedInto : Optional.empty());
    }

    /**
     * With all that is in another cart. A product that is in both counts once, with the larger amount, where both were filled on
     * one device: shops copy what a guest has in the cart when they log in. Else the amounts add up (rule A9).
     */
    Cart taking(Cart other) {
        boolean isCopy = holder.isSameDevice(other.holder);
        Cart joined = this;
        for (CartLine line : other.lines) {
            Optional<CartLine> present = line(line.product());
            if (present.isPresent()) {
                joined = joined.with(present.get().taking(line, isCopy));
            } else if (joined.lines.size() < MAX_LINES) {
                joined = joined.with(line);
            }
        }
        return joined;
    }

    int linesNotIn(Cart other) {
        return (int) lines.stream()
                .filter(line -> other.line(line.product()).isEmpty())
                .count();
    }

    Cart mergedInto(CartId into, long atMs) {
        return new Cart(id, List.of(), atMs, holder, Optional.of(into));
    }

    Cart without(Predicate<CartLine> gone) {
        return new Cart(id, lines.stream().filter(gone.negate()).toList(), changedAtMs, holder, mergedInto);
    }
}
