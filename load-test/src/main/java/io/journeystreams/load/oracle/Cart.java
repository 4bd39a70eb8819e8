package io.journeystreams.load.oracle;

import io.journeystreams.contracts.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A cart while the story of its customer is told (A8, A9). */
final class Cart {

    /** A product in it, and when it was last put in or changed. */
    static final class Item {
        final Line line;
        int quantity;
        long changedMs;

        Item(Line line, int quantity, long changedMs) {
            this.line = line;
            this.quantity = quantity;
            this.changedMs = changedMs;
        }
    }

    final String id;
    final Set<String> names = new HashSet<>();
    final Map<String, Item> items = new LinkedHashMap<>();
    /** Nobody has named a customer about it yet. */
    boolean guests;

    /** A customer was named on its device, so its lines wait for a cart of that account. */
    boolean claimed;

    /** Something was in it once; else it is none, and an order that names it names nothing (A4). */
    boolean known;

    /** Somebody was told of it, and nothing new has come since (A10). */
    boolean alerted;

    @Nullable
    String device;

    long changedMs;

    Cart(String id) {
        this.id = id;
        names.add(id);
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** True if there is more in it than before. */
    boolean change(Fact fact) {
        int before = items.size();
        boolean more = false;
        switch (fact.type()) {
            case "product_added" -> {
                for (Line line : fact.lines()) {
                    add(line, fact.atMs());
                }
                more = fact.lines().stream().anyMatch(line -> line.getQuantity() > 0);
            }
            case "product_removed" -> fact.lines().forEach(line -> remove(line, fact.atMs()));
            default -> more = replace(fact);
        }
        changedMs = fact.atMs();
        known |= !isEmpty();
        return more || items.size() > before;
    }

    void add(Line line, long atMs) {
        Item known = items.get(key(line));
        int quantity = (known == null ? 0 : known.quantity) + line.getQuantity();
        put(line, quantity, atMs);
    }

    private void remove(Line line, long atMs) {
        Item known = items.get(key(line));
        if (known == null) {
            return;
        }
        int left = line.getQuantity() == 0 ? 0 : known.quantity - line.getQuantity();
        put(known.line, left, atMs);
    }

    private void put(Line line, int quantity, long atMs) {
        if (quantity <= 0) {
            items.remove(key(line));
        } else {
            items.put(key(line), new Item(line, quantity, atMs));
        }
    }

    private boolean replace(Fact snapshot) {
        Map<String, Item> before = new LinkedHashMap<>(items);
        items.clear();
        boolean more = false;
        for (Line line : snapshot.lines()) {
            Item old = before.get(key(line));
            int had = old == null ? 0 : old.quantity;
            boolean same = had == line.getQuantity();
            items.put(
                    key(line),
                    new Item(line, line.getQuantity(), same && old != null ? old.changedMs : snapshot.atMs()));
            more |= line.getQuantity() > had;
        }
        items.values().removeIf(item -> item.quantity == 0);
        return more;
    }

    /** What was bought and not changed since; true if anything was in it. */
    boolean removeBought(List<Line> bought, long boughtMs) {
        return items.values()
                .removeIf(item ->
                        item.changedMs <= boughtMs && bought.stream().anyMatch(line -> sameProduct(line, item.line)));
    }

    boolean removeAllBefore(long boughtMs) {
        return items.values().removeIf(item -> item.changedMs <= boughtMs);
    }

    /** A9: what is in both counts once if both carts were last changed on one device. */
    void takeIn(Cart guest, boolean oneDevice) {
        names.addAll(guest.names);
        guest.items.forEach((key, item) -> {
            Item known = items.get(key);
            int had = known == null ? 0 : known.quantity;
            int both = oneDevice ? Math.max(had, item.quantity) : had + item.quantity;
            long lastMs = known == null ? item.changedMs : Math.max(known.changedMs, item.changedMs);
            items.put(key, new Item(known == null ? item.line : known.line, both, lastMs));
        });
    }

    static boolean sameProduct(Line one, Line other) {
        boolean anyVariant = one.getVariantId() == null || other.getVariantId() == null;
        return one.getProductId().equals(other.getProductId())
                && (anyVariant || one.getVariantId().equals(other.getVariantId()));
    }

    /** Product, variant and quantity, to be compared with what was published. */
    Map<String, Integer> contents() {
        Map<String, Integer> contents = new LinkedHashMap<>();
        items.forEach((key, item) -> contents.put(key, item.quantity));
        return contents;
    }

    List<Line> lines() {
        return new ArrayList<>(items.values().stream().map(item -> item.line).toList());
    }

    @Nullable
    BigDecimal total() {
        if (items.isEmpty()) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Item item : items.values()) {
            if (item.line.getUnitPrice() == null) {
                return null;
            }
            sum = sum.add(item.line.getUnitPrice().multiply(BigDecimal.valueOf(item.quantity)));
        }
        return sum;
    }

    static String key(Line line) {
        return line.getVariantId() == null ? line.getProductId() : line.getProductId() + "/" + line.getVariantId();
    }
}
