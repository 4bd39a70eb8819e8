package io.journeystreams.domain.event;

import java.util.Optional;

/** A product and, where products have them, its variant. */
public record ProductKey(String productId, Optional<String> variantId) implements Comparable<ProductKey> {

    public ProductKey {
        Text.requireNotBlank("productId", productId);
    }

    public static ProductKey of(String productId) {
        return new ProductKey(productId, Optional.empty());
    }

    @Override
    public int compareTo(ProductKey other) {
        int byProduct = productId.compareTo(other.productId);
        return byProduct != 0 ? byProduct : variantId.orElse("").compareTo(other.variantId.orElse(""));
    }
}
