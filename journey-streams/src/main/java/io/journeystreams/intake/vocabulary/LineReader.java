package io.journeystreams.intake.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystreams.contracts.Line;
import io.journeystreams.domain.event.EventTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a document. */
final class LineReader {

    /** More are refused later; reading all of them first would be of no use. */
    private static final Line NAMES_NO_PRODUCT =
            Line.newBuilder().setProductId("").setQuantity(0).build();

    private static final int ENOUGH = 1_001;

    private final LineMapping mapping;

    LineReader(LineMapping mapping) {
        this.mapping = mapping;
    }

    /** The type, or another where it would say more about the lines than the document does. */
    String typeByLines(String type, MappedDocument document) {
        List<JsonNode> lists = mapping.from().stream()
                .flatMap(path -> document.nodes(path).stream())
                .filter(JsonNode::isArray)
                .toList();
        if (lists.isEmpty()) {
            return mapping.whenAbsent().getOrDefault(type, type);
        }
        return lists.stream().allMatch(JsonNode::isEmpty) ? mapping.whenEmpty().getOrDefault(type, type) : type;
    }

    /**
     * Of an order, lines that cannot be read are one line that names no product, so that intake takes the order without them.
     *
     * @param currency of the event; a price without any is left out
     */
    List<Line> read(MappedDocument document, String type, @Nullable String currency) throws UnusableValueException {
        try {
            return readAll(document, type, currency);
        } catch (UnusableValueException e) {
            if (EventTypes.isPurchase(type)) {
                return List.of(NAMES_NO_PRODUCT);
            }
            throw e;
        }
    }

    private List<Line> readAll(MappedDocument document, String type, @Nullable String currency)
            throws UnusableValueException {
        for (FieldPath path : mapping.from()) {
            List<Line> lines = read(document, path, type, currency);
            if (!lines.isEmpty()) {
                return lines;
            }
        }
        return List.of();
    }

    private List<Line> read(MappedDocument document, FieldPath path, String type, @Nullable String currency)
            throws UnusableValueException {
        List<Line> lines = new ArrayList<>();
        for (JsonNode node : document.nodes(path)) {
            boolean isList = node.isArray();
            for (JsonNode element : isList ? node : List.of(node)) {
                MappedDocument part = document.part(element);
                Optional<Line> line = line(part, lines.size(), type, currency);
                if (line.isEmpty() && isList) {
                    throw new UnusableValueException("lines[" + lines.size() + "]: it names no product");
                }
                line.ifPresent(lines::add);
                document.addUsed(path, part);
                if (lines.size() >= ENOUGH) {
                    return lines;
                }
            }
        }
        return lines;
    }

    private Optional<Line> line(MappedDocument element, int index, String type, @Nullable String eventCurrency)
            throws UnusableValueException {
        Optional<String> productId = text(element, LineField.PRODUCT_ID, type);
        if (productId.isEmpty()) {
            return Optional.empty();
        }
        try {
            @Nullable String currency = text(element, LineField.CURRENCY, type).orElse(null);
            boolean isMoney = currency != null || eventCurrency != null;
            return Optional.of(Line.newBuilder()
                    .setProductId(productId.get())
                    .setVariantId(text(element, LineField.VARIANT_ID, type).orElse(null))
                    .setName(text(element, LineField.NAME, type).orElse(null))
                    .setQuantity(quantity(element, type))
                    .setUnitPrice(isMoney ? unitPrice(element, type) : null)
                    .setCurrency(currency)
                    .setImageUrl(text(element, LineField.IMAGE_URL, type).orElse(null))
                    .setProductUrl(text(element, LineField.PRODUCT_URL, type).orElse(null))
                    .build());
        } catch (UnusableValueException e) {
            throw e.in("lines[" + index + "]");
        }
    }

    private int quantity(MappedDocument element, String type) throws UnusableValueException {
        Optional<String> text = text(element, LineField.QUANTITY, type);
        try {
            return text.isEmpty() ? 1 : TextValues.count(text.get());
        } catch (UnusableValueException e) {
            throw e.in(LineField.QUANTITY.key());
        }
    }

    private @Nullable BigDecimal unitPrice(MappedDocument element, String type) throws UnusableValueException {
        Optional<String> text = text(element, LineField.UNIT_PRICE, type);
        try {
            return text.isEmpty() ? null : TextValues.amount(text.get());
        } catch (UnusableValueException e) {
            throw e.in(LineField.UNIT_PRICE.key());
        }
    }

    private Optional<String> text(MappedDocument element, LineField field, String type) {
        return element.text(mapping.fields().getOrDefault(field, List.of()), type);
    }
}
