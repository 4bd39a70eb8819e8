package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredProduct;
import io.journeystreams.domain.event.Line;
import io.journeystreams.registry.WrittenItems;
import java.util.List;

/**
 * Gives every product its place, in the order of first use: the same lines stand in events, carts, checkouts and alerts. A
 * product with another price or name takes another place.
 */
final class ProductTable {

    private static final int USUAL_PRODUCTS = 4;

    private final TextTable texts;
    private final PlaceTable<Line, StoredProduct> products;

    private ProductTable(TextTable texts, PlaceTable<Line, StoredProduct> products) {
        this.texts = texts;
        this.products = products;
    }

    static ProductTable kept(TextTable texts, WrittenItems.Writer<StoredProduct> writer) {
        return new ProductTable(texts, PlaceTable.kept(writer));
    }

    /** @param further texts that go on where those of this table end */
    ProductTable continued(TextTable further) {
        return new ProductTable(further, products.continued(USUAL_PRODUCTS));
    }

    /** Of all of the line but its quantity. */
    int place(Line line) {
        Line product = line.withQuantity(0);
        int known = products.find(product);
        return known == PlaceTable.NONE ? products.add(product, LineCodec.product(line, texts)) : known;
    }

    TextTable texts() {
        return texts;
    }

    List<StoredProduct> stored() {
        return products.stored();
    }
}
