package io.journeystreams.domain.cart;

import io.journeystreams.domain.event.CartId;
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
 */
public record Cart(CartId id, List<CartLine> lines, long changedAtMs) {

    /** Lines kept per cart; what is added beyond is counted as an anomaly. */
    public static final int MAX_LINES = 200;

    public Cart {
        lines = List.copyOf(lines);
    }

    static Cart empty(CartId id) {
        return new Cart(id, List.of(), Long.MIN_VALUE);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public List<Line> contents() {
        return lines.stream().map(CartLine::line).toList();
    }

    Optional<CartLine> line(ProductKey product) {
        return lines.stream().filter(line -> line.product().equals(product)).findFirst();
    }

    /** Sets the amount of a product; 0 takes the line out. */
    Cart with(Line line, long atMs) {
        List<CartLine> next = new ArrayList<>(lines.size() + 1);
        boolean replaced = false;
        for (CartLine old : lines) {
            if (!old.product().equals(line.product())) {
                next.add(old);
            } else if (line.quantity() > 0) {
                next.add(new CartLine(line, atMs));
                replaced = true;
            }
        }
        if (!replaced && line.quantity() > 0) {
            next.add(new CartLine(line, atMs));
        }
        return new Cart(id, next, atMs);
    }

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
        return new Cart(
                id, joined.subList(0, Math.min(joined.size(), MAX_LINES)), Math.max(changedAtMs, other.changedAtMs));
    }

    Cart without(Predicate<CartLine> gone) {
        return new Cart(id, lines.stream().filter(gone.negate()).toList(), changedAtMs);
    }
}
