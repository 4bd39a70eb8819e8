package io.journeystreams.intake.vocabulary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.contracts.Line;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.intake.Decoded;
import io.journeystreams.intake.RecordDecoder;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.intake.ReportedEvent;
import io.journeystreams.intake.vocabulary.MappedDocument.Found;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads events of another vocabulary by its mapping. Any bytes are an answer and none an exception. Safe for many threads. */
final class MappedReader implements RecordDecoder<ReportedEvent> {

    private final Source source;
    private final Mapping mapping;
    private final LineReader lines;
    private final AttributeReader attributes;

    MappedReader(Source source, Mapping mapping) {
        this.source = source;
        this.mapping = mapping;
        this.lines = new LineReader(mapping.lines());
        this.attributes = new AttributeReader(mapping.attributes());
    }

    @Override
    public Decoded<ReportedEvent> decode(byte[] bytes) {
        Decoded<ObjectNode> document = JsonDocument.read(bytes);
        if (document instanceof Decoded.Failed<ObjectNode> failed) {
            return new Decoded.Failed<>(failed.reason(), failed.message());
        }
        try {
            return read(MappedDocument.of(((Decoded.Value<ObjectNode>) document).value(), mapping));
        } catch (UnusableValueException e) {
            return new Decoded.Failed<>(RejectionReason.INVALID_VALUE, e.problem());
        }
    }

    private Decoded<ReportedEvent> read(MappedDocument document) throws UnusableValueException {
        Optional<String> type = type(document);
        if (type.isEmpty()) {
            return new Decoded.Failed<>(RejectionReason.MISSING_TYPE, "the event has no name");
        }
        Optional<String> eventId = text(document, EventField.EVENT_ID, type.get());
        if (eventId.isEmpty()) {
            return new Decoded.Failed<>(RejectionReason.MISSING_EVENT_ID, "the event has no id");
        }
        Optional<Found> occurredAt = find(document, EventField.OCCURRED_AT, type.get());
        if (occurredAt.isEmpty()) {
            return new Decoded.Failed<>(RejectionReason.MISSING_TIME, "the event has no time");
        }
        return new Decoded.Value<>(event(document, type.get(), eventId.get(), occurredAtMs(occurredAt.get())));
    }

    private Optional<String> type(MappedDocument document) {
        Optional<String> detail = document.text(mapping.detail(), "").map(TypeName::of);
        return document.text(mapping.name(), "")
                .map(TypeName::of)
                .map(name -> Optional.ofNullable(mapping.events().get(name))
                        .map(known -> known.of(detail))
                        .orElse(name))
                .map(type -> lines.typeByLines(type, document));
    }

    private static long occurredAtMs(Found time) throws UnusableValueException {
        try {
            return TextValues.time(time.text(), time.unit());
        } catch (UnusableValueException e) {
            throw e.in(EventField.OCCURRED_AT.key());
        }
    }

    private ReportedEvent event(MappedDocument document, String type, String eventId, long occurredAtMs)
            throws UnusableValueException {
        @Nullable String currency = orNull(document, EventField.CURRENCY, type);
        @Nullable BigDecimal total = currency == null ? null : total(document, type);
        List<Line> found = lines.read(document, type, currency);
        return new ReportedEvent(
                source,
                eventId,
                type,
                occurredAtMs,
                orNull(document, EventField.CUSTOMER_ID, type),
                orNull(document, EventField.ANONYMOUS_ID, type),
                orNull(document, EventField.DEVICE, type),
                orNull(document, EventField.CHANNEL, type),
                orNull(document, EventField.CAMPAIGN, type),
                orNull(document, EventField.CART_ID, type),
                orNull(document, EventField.CHECKOUT_ID, type),
                orNull(document, EventField.ORDER_ID, type),
                found,
                total,
                currency,
                orNull(document, EventField.PAGE_URL, type),
                text(document, EventField.TEST, type).map(TextValues::truth).orElse(false),
                attributes.read(document, type));
    }

    /**
     * To be asked only where there is a currency: a number without one is no money, and stays an attribute. An order is an order
     * even if its total cannot be read.
     */
    private @Nullable BigDecimal total(MappedDocument document, String type) throws UnusableValueException {
        Optional<String> text = text(document, EventField.TOTAL, type);
        try {
            return text.isEmpty() ? null : TextValues.amount(text.get());
        } catch (UnusableValueException e) {
            if (EventTypes.isPurchase(type)) {
                return null;
            }
            throw e.in(EventField.TOTAL.key());
        }
    }

    private @Nullable String orNull(MappedDocument document, EventField field, String type) {
        return text(document, field, type).orElse(null);
    }

    private Optional<String> text(MappedDocument document, EventField field, String type) {
        return find(document, field, type).map(Found::text);
    }

    private Optional<Found> find(MappedDocument document, EventField field, String type) {
        return document.find(mapping.fields().getOrDefault(field, List.of()), type);
    }
}
