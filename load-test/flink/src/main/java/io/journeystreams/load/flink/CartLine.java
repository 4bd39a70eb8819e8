package io.journeystreams.load.flink;

import io.journeystreams.contracts.Line;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A product in a cart; a POJO as Flink understands it. */
public final class CartLine {

    public String productId = "";
    public @Nullable String variantId;
    public @Nullable String name;
    public int quantity;
    public @Nullable BigDecimal unitPrice;
    public @Nullable String currency;
    public @Nullable String imageUrl;
    public @Nullable String productUrl;

    static CartLine of(Line line) {
        CartLine own = new CartLine();
        own.productId = line.getProductId();
        own.variantId = line.getVariantId();
        own.name = line.getName();
        own.quantity = line.getQuantity();
        own.unitPrice = line.getUnitPrice();
        own.currency = line.getCurrency();
        own.imageUrl = line.getImageUrl();
        own.productUrl = line.getProductUrl();
        return own;
    }

    Line asPublished() {
        return Line.newBuilder()
                .setProductId(productId)
                .setVariantId(variantId)
                .setName(name)
                .setQuantity(quantity)
                .setUnitPrice(unitPrice)
                .setCurrency(currency)
                .setImageUrl(imageUrl)
                .setProductUrl(productUrl)
                .build();
    }
}
