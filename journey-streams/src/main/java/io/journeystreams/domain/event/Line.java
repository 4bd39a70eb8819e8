package io.journeystreams.domain.event;

import java.util.Optional;

/**
 * A product with a quantity, as a source reports it.
 *
 * @param quantity pieces, at least 0; a change in {@code product_added} and {@code product_removed}, else the amount
 */
public record Line(
        ProductKey product,
        Optional<String> name,
        int quantity,
        Optional<Money> unitPrice,
        Optional<String> imageUrl,
        Optional<String> productUrl) {

    public Line {
        if (quantity < 0) {
            throw new IllegalArgumentException("quantity must not be negative: " + quantity);
        }
    }

    public static Line of(String productId, int quantity) {
        return new Line(
                ProductKey.of(productId),
                Optional.empty(),
                quantity,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Line withQuantity(int pieces) {
        return new Line(product, name, pieces, unitPrice, imageUrl, productUrl);
    }

    /** The same line, without what only a mail shows. */
    Line lightened() {
        return new Line(product, Optional.empty(), quantity, unitPrice, Optional.empty(), Optional.empty());
    }

    public Line withUnitPrice(Money price) {
        return new Line(product, name, quantity, Optional.of(price), imageUrl, productUrl);
    }
}
