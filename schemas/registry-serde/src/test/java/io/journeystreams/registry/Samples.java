package io.journeystreams.registry;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** Records and writers' schemas that the tests speak of. */
final class Samples {

    static final Schema OURS = ClickstreamEvent.getClassSchema();

    private Samples() {}

    static ClickstreamEvent mugAdded() {
        return ClickstreamEvent.newBuilder()
                .setEventId("e1")
                .setType("product_added")
                .setOccurredAt(Instant.parse("2026-03-01T10:00:00.123Z"))
                .setAnonymousId("d1")
                .setLines(List.of(Line.newBuilder()
                        .setProductId("p1")
                        .setName("Tasse für Ölofen ☕")
                        .setQuantity(2)
                        .setUnitPrice(new BigDecimal("12.5000"))
                        .setCurrency("EUR")
                        .build()))
                .setAttributes(Map.of("k", "v"))
                .build();
    }

    /** As a shop wrote before carts had ids: three fields only. */
    static Schema older() {
        return record(
                "ClickstreamEvent",
                new Field("eventId", Schema.create(Schema.Type.STRING)),
                new Field("type", Schema.create(Schema.Type.STRING)),
                new Field("occurredAt", millis()));
    }

    /** As a shop wrote when a line was a product id and nothing else. */
    static Schema olderWithLines() {
        Schema line = record("Line", new Field("productId", Schema.create(Schema.Type.STRING)));
        return record(
                "ClickstreamEvent",
                new Field("eventId", Schema.create(Schema.Type.STRING)),
                new Field("type", Schema.create(Schema.Type.STRING)),
                new Field("occurredAt", millis()),
                new Field("lines", Schema.createArray(line)));
    }

    /** A list whose elements take no bytes: its length is all there is, and may be anything. */
    static Schema linesOfNothing() {
        return record(
                "ClickstreamEvent",
                new Field("eventId", Schema.create(Schema.Type.STRING)),
                new Field("type", Schema.create(Schema.Type.STRING)),
                new Field("occurredAt", millis()),
                new Field("nothings", Schema.createArray(Schema.create(Schema.Type.NULL))));
    }

    /** As a shop may write one day: ours, and a field that we do not know. */
    static Schema newer() {
        Field added = new Field(
                "loyaltyTier",
                Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING)),
                "not known yet",
                JsonProperties.NULL_VALUE);
        Field[] fields = Stream.concat(
                        OURS.getFields().stream().map(field -> new Field(field, field.schema())), Stream.of(added))
                .toArray(Field[]::new);
        return record("ClickstreamEvent", fields);
    }

    static Schema otherRecord() {
        return record("Invoice", new Field("eventId", Schema.create(Schema.Type.STRING)));
    }

    /** The same fields, but the total in another scale: Avro alone would read 12.50 as 0.1250. */
    static Schema moneyOfScaleTwo() {
        Schema decimal = LogicalTypes.decimal(18, 2).addToSchema(Schema.create(Schema.Type.BYTES));
        return record(
                "ClickstreamEvent",
                new Field("eventId", Schema.create(Schema.Type.STRING)),
                new Field("type", Schema.create(Schema.Type.STRING)),
                new Field("occurredAt", millis()),
                new Field("total", Schema.createUnion(Schema.create(Schema.Type.NULL), decimal)));
    }

    static Schema timeInMicroseconds() {
        return record(
                "ClickstreamEvent",
                new Field("eventId", Schema.create(Schema.Type.STRING)),
                new Field("type", Schema.create(Schema.Type.STRING)),
                new Field("occurredAt", LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG))));
    }

    private static Schema millis() {
        return LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
    }

    private static Schema record(String name, Field... fields) {
        return Schema.createRecord(name, "", OURS.getNamespace(), false, List.of(fields));
    }
}
