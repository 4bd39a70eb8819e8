package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredProduct;
import io.journeystreams.domain.event.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every product its place, in the order of first use: the same lines stand in events, carts, checkouts and alerts. A
 * product with another price or name takes another place.
 */
final class ProductTable {

    private final TextTable texts;
    private final Map<Line, Integer> places = new HashMap<>();
    private final List<StoredProduct> products = new ArrayList<>();

    ProductTable(TextTable texts) {
        this.texts = texts;
    }

    /** Of all of the line but its quantity. */
    int place(Line line) {
        Integer known = places.putIfAbsent(line.withQuantity(0), products.size());
        if (known != null) {
            return known;
        }
        products.add(LineCodec.product(line, texts));
        return products.size() - 1;
    }

    TextTable texts() {
        return texts;
    }

    List<StoredProduct> stored() {
        return products;
    }
}
