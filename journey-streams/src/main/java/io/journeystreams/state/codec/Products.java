package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredProduct;
import io.journeystreams.domain.event.Line;
import java.util.List;

/** The products of a stored profile, by their places. */
final class Products {

    private final Texts texts;
    private final List<Line> products;

    Products(List<StoredProduct> stored, Texts texts) {
        this.texts = texts;
        this.products =
                stored.stream().map(product -> LineCodec.read(product, texts)).toList();
    }

    /**
     * A line of 0 pieces of the product.
     *
     * @throws UnreadableStateException if there is no such place
     */
    Line at(int place) {
        return Places.get(products, place);
    }

    Texts texts() {
        return texts;
    }
}
