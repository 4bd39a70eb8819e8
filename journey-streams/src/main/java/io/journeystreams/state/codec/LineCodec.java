package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredLine;
import io.journeystreams.contracts.StoredMoney;
import io.journeystreams.contracts.StoredProduct;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.ProductKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Products with quantities, and money. */
final class LineCodec {

    private LineCodec() {}

    static List<StoredLine> store(List<Line> lines, ProductTable products) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<StoredLine> stored = new ArrayList<>(lines.size());
        for (Line line : lines) {
            stored.add(store(line, products));
        }
        return stored;
    }

    static StoredLine store(Line line, ProductTable products) {
        return new StoredLine(products.place(line), line.quantity());
    }

    static StoredProduct product(Line line, TextTable texts) {
        return new StoredProduct(
                texts.place(line.product().productId()),
                texts.place(line.product().variantId()),
                texts.place(line.name()),
                storeMoney(line.unitPrice(), texts),
                texts.place(line.imageUrl()),
                texts.place(line.productUrl()));
    }

    static @Nullable StoredMoney storeMoney(Optional<Money> money, TextTable texts) {
        return money.map(known -> new StoredMoney(known.amount(), texts.place(known.currency())))
                .orElse(null);
    }

    static List<Line> read(List<StoredLine> stored, Products products) {
        if (stored.isEmpty()) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>(stored.size());
        for (StoredLine line : stored) {
            lines.add(read(line, products));
        }
        return lines;
    }

    static Line read(StoredLine stored, Products products) {
        return products.at(stored.getProduct()).withQuantity(stored.getQuantity());
    }

    /** A line of 0 pieces. */
    static Line read(StoredProduct stored, Texts texts) {
        return new Line(
                new ProductKey(texts.at(stored.getProductId()), texts.find(stored.getVariantId())),
                texts.find(stored.getName()),
                0,
                readMoney(stored.getUnitPrice(), texts),
                texts.find(stored.getImageUrl()),
                texts.find(stored.getProductUrl()));
    }

    static Optional<Money> readMoney(@Nullable StoredMoney stored, Texts texts) {
        return Optional.ofNullable(stored)
                .map(money ->
                        new Money(money.getAmount().unscaledValue().longValueExact(), texts.at(money.getCurrency())));
    }
}
