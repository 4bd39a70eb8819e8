package io.journeystreams.intake;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Input events for tests; everything not said is as usual. */
public final class Reports {

    /** A Monday at ten. */
    public static final long BEGINNING = Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();

    private Reports() {}

    public static long minutes(long minutes) {
        return BEGINNING + minutes * 60_000;
    }

    public static ClickstreamEvent.Builder clickstream(String eventId, String type, long atMs) {
        return ClickstreamEvent.newBuilder()
                .setEventId(eventId)
                .setType(type)
                .setOccurredAt(Instant.ofEpochMilli(atMs))
                .setAnonymousId("d1")
                .setDevice("web");
    }

    public static CrmEvent.Builder crm(String eventId, String type, long atMs) {
        return CrmEvent.newBuilder()
                .setEventId(eventId)
                .setType(type)
                .setOccurredAt(Instant.ofEpochMilli(atMs))
                .setCustomerId("7");
    }

    public static Line line(String productId, int quantity, @Nullable String unitPrice, @Nullable String currency) {
        return Line.newBuilder()
                .setProductId(productId)
                .setQuantity(quantity)
                .setUnitPrice(unitPrice == null ? null : new BigDecimal(unitPrice).setScale(4))
                .setCurrency(currency)
                .build();
    }

    public static ReportedEvent added(List<Line> lines) {
        return ReportedEvent.of(
                clickstream("e1", "product_added", BEGINNING).setLines(lines).build());
    }
}
