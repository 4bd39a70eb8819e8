package io.journeystreams.backtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.journeystreams.config.NearestName;
import io.journeystreams.contracts.Line;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.intake.RejectionReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the canonical event, one JSON object. A field that is not known is refused, because a misspelt field is lost data;
 * {@code attributes} is the place for everything else.
 */
final class CanonicalJson {

    private static final JsonFactory JSON = new JsonFactory();

    private static final Map<String, FieldReader<EventDraft>> EVENT_FIELDS = Map.ofEntries(
            Map.entry("eventId", (draft, json) -> draft.eventId = JsonValues.text(json)),
            Map.entry("type", (draft, json) -> draft.type = JsonValues.text(json)),
            Map.entry("occurredAt", (draft, json) -> draft.occurredAtMs = JsonValues.time(json)),
            Map.entry("recordTimestamp", (draft, json) -> draft.recordTimestampMs = JsonValues.time(json)),
            Map.entry("source", (draft, json) -> draft.source = source(json)),
            Map.entry("anonymousId", (draft, json) -> draft.anonymousId = JsonValues.text(json)),
            Map.entry("customerId", (draft, json) -> draft.customerId = JsonValues.text(json)),
            Map.entry("device", (draft, json) -> draft.device = JsonValues.text(json)),
            Map.entry("channel", (draft, json) -> draft.channel = JsonValues.text(json)),
            Map.entry("campaign", (draft, json) -> draft.campaign = JsonValues.text(json)),
            Map.entry("cartId", (draft, json) -> draft.cartId = JsonValues.text(json)),
            Map.entry("checkoutId", (draft, json) -> draft.checkoutId = JsonValues.text(json)),
            Map.entry("orderId", (draft, json) -> draft.orderId = JsonValues.text(json)),
            Map.entry("lines", (draft, json) -> draft.lines = lines(json)),
            Map.entry("total", (draft, json) -> draft.total = JsonValues.amount(json)),
            Map.entry("currency", (draft, json) -> draft.currency = JsonValues.text(json)),
            Map.entry("page", (draft, json) -> page(draft, json)),
            Map.entry("test", (draft, json) -> draft.test = JsonValues.truth(json)),
            Map.entry("attributes", (draft, json) -> draft.attributes = attributes(json)));

    private static final Map<String, FieldReader<Line.Builder>> LINE_FIELDS = Map.of(
            "productId", (line, json) -> line.setProductId(JsonValues.required(json)),
            "variantId", (line, json) -> line.setVariantId(JsonValues.text(json)),
            "name", (line, json) -> line.setName(JsonValues.text(json)),
            "quantity", (line, json) -> line.setQuantity(JsonValues.count(json)),
            "unitPrice", (line, json) -> line.setUnitPrice(JsonValues.amount(json)),
            "currency", (line, json) -> line.setCurrency(JsonValues.text(json)),
            "imageUrl", (line, json) -> line.setImageUrl(JsonValues.text(json)),
            "productUrl", (line, json) -> line.setProductUrl(JsonValues.text(json)));

    private static final Map<String, FieldReader<EventDraft>> PAGE_FIELDS = Map.of(
            "url", (draft, json) -> draft.pageUrl = JsonValues.text(json),
            "title", (draft, json) -> JsonValues.text(json),
            "referrer", (draft, json) -> JsonValues.text(json));

    private CanonicalJson() {}

    /** Puts the field's value, at which the parser stands, where it belongs. */
    private interface FieldReader<T> {

        void read(T draft, JsonParser json) throws IOException;
    }

    /** Names of the event's fields, which are also the columns of a CSV file. */
    static boolean isField(String name) {
        return EVENT_FIELDS.containsKey(name);
    }

    /** Says that a name is not known, and which one may be meant. */
    static String unknownField(String name) {
        return unknownField(name, EVENT_FIELDS);
    }

    /** A line that is the object itself. */
    static Row read(long line, String text) {
        return read(line, text, text);
    }

    /** @param record the row as it stands in the file */
    static Row read(long line, String text, String record) {
        try (JsonParser json = JSON.createParser(text)) {
            return read(json).toRow(line, record);
        } catch (UnreadableValueException e) {
            return new Row.Bad(line, RejectionReason.INVALID_VALUE, e.problem(), record);
        } catch (JsonProcessingException e) {
            return new Row.Bad(
                    line, RejectionReason.UNREADABLE, "not a JSON object: " + e.getOriginalMessage(), record);
        } catch (IOException e) {
            throw new IllegalStateException("a text cannot fail to be read", e);
        }
    }

    private static EventDraft read(JsonParser json) throws IOException {
        EventDraft draft = new EventDraft();
        json.nextToken();
        readObject(json, draft, EVENT_FIELDS);
        if (json.nextToken() != null) {
            throw new UnreadableValueException("one JSON object a line, and nothing after it");
        }
        return draft;
    }

    private static <T> void readObject(JsonParser json, T draft, Map<String, FieldReader<T>> fields)
            throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableValueException("a JSON object is expected");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            FieldReader<T> field = fields.get(name);
            if (field == null) {
                throw new UnreadableValueException(unknownField(name, fields));
            }
            json.nextToken();
            readField(json, draft, name, field);
        }
    }

    private static <T> void readField(JsonParser json, T draft, String name, FieldReader<T> field) throws IOException {
        try {
            field.read(draft, json);
        } catch (UnreadableValueException e) {
            throw e.in(name);
        }
    }

    private static String unknownField(String name, Map<String, ?> fields) {
        String meant = NearestName.of(name, fields.keySet())
                .map(similar -> "did you mean \"" + similar + "\"?")
                .orElse("what is not listed belongs into \"attributes\"");
        return "the field \"" + name + "\" is not known; " + meant;
    }

    private static Source source(JsonParser json) throws IOException {
        String name = JsonValues.required(json);
        return switch (name) {
            case "clickstream" -> Source.CLICKSTREAM;
            case "crm" -> Source.CRM;
            default -> throw new UnreadableValueException("must be clickstream or crm");
        };
    }

    private static List<Line> lines(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return List.of();
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new UnreadableValueException("must be an array");
        }
        List<Line> lines = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Line.Builder line = Line.newBuilder();
            readObject(json, line, LINE_FIELDS);
            if (!line.hasProductId()) {
                throw new UnreadableValueException("every line needs a productId");
            }
            lines.add(line.build());
        }
        return lines;
    }

    private static void page(EventDraft draft, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            readObject(json, draft, PAGE_FIELDS);
        }
    }

    private static Map<String, String> attributes(JsonParser json) throws IOException {
        Map<String, String> attributes = new HashMap<>();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return attributes;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableValueException("must be an object of texts");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (json.currentToken() != JsonToken.VALUE_NULL) {
                attributes.put(name, JsonValues.scalar(json));
            }
        }
        return attributes;
    }
}
