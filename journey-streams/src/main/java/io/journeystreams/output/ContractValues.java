package io.journeystreams.output;

import io.journeystreams.contracts.Line;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Values that several contracts share. Absent is null in Avro. */
final class ContractValues {

    private ContractValues() {}

    static List<Line> of(List<io.journeystreams.domain.event.Line> lines) {
        return lines.stream().map(ContractValues::of).toList();
    }

    static @Nullable BigDecimal amount(Optional<Money> money) {
        return money.map(Money::amount).orElse(null);
    }

    static @Nullable String currency(Optional<Money> money) {
        return money.map(Money::currency).orElse(null);
    }

    static @Nullable Instant instant(OptionalLong epochMs) {
        return epochMs.isPresent() ? Instant.ofEpochMilli(epochMs.getAsLong()) : null;
    }

    private static Line of(io.journeystreams.domain.event.Line line) {
        return Line.newBuilder()
                .setProductId(line.product().productId())
                .setVariantId(line.product().variantId().orElse(null))
                .setName(line.name().orElse(null))
                .setQuantity(line.quantity())
                .setUnitPrice(amount(line.unitPrice()))
                .setCurrency(currency(line.unitPrice()))
                .setImageUrl(line.imageUrl().orElse(null))
                .setProductUrl(line.productUrl().orElse(null))
                .build();
    }

    /** The cart as its source names it; null where it names none. */
    static @Nullable String nameOf(CartId cartId) {
        return cartId.equals(CartId.ONLY) ? null : cartId.value();
    }
}
