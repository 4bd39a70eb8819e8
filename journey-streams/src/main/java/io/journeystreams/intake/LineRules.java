package io.journeystreams.intake;

import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.ProductKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines as sources report them. A line without a currency of its own has the currency of its event. */
final class LineRules {

    private LineRules() {}

    /** What is wrong with a line, if anything. */
    static Optional<String> problemOf(io.journeystreams.contracts.Line line, @Nullable String eventCurrency) {
        if (line.getProductId().isBlank()) {
            return Optional.of("productId must not be blank");
        }
        if (line.getProductId().length() > OccurrenceReader.LONGEST_ID) {
            return Optional.of("productId must be at most " + OccurrenceReader.LONGEST_ID + " characters");
        }
        if (line.getVariantId() != null && line.getVariantId().length() > OccurrenceReader.LONGEST_ID) {
            return Optional.of("variantId must be at most " + OccurrenceReader.LONGEST_ID + " characters");
        }
        if (line.getQuantity() < 0) {
            return Optional.of("quantity must not be negative");
        }
        return MoneyRules.problemOf(line.getUnitPrice(), line.getQuantity(), currencyOf(line, eventCurrency));
    }

    /** To be asked only where {@link #problemOf} found none. */
    static Line read(io.journeystreams.contracts.Line line, @Nullable String eventCurrency) {
        return new Line(
                new ProductKey(line.getProductId(), Texts.present(line.getVariantId())),
                TextLimits.name(line.getName()),
                line.getQuantity(),
                MoneyRules.read(line.getUnitPrice(), currencyOf(line, eventCurrency)),
                TextLimits.link(line.getImageUrl()),
                TextLimits.link(line.getProductUrl()));
    }

    private static @Nullable String currencyOf(io.journeystreams.contracts.Line line, @Nullable String eventCurrency) {
        return line.getCurrency() != null ? line.getCurrency() : eventCurrency;
    }
}
