package io.journeystreams.backtest;

import io.journeystreams.contracts.Line;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.intake.ReportedEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An event while its fields are being read. */
final class EventDraft {

    @Nullable
    String eventId;

    @Nullable
    String type;

    OptionalLong occurredAtMs = OptionalLong.empty();
    OptionalLong recordTimestampMs = OptionalLong.empty();

    @Nullable
    Source source;

    @Nullable
    String anonymousId;

    @Nullable
    String customerId;

    @Nullable
    String device;

    @Nullable
    String channel;

    @Nullable
    String campaign;

    @Nullable
    String cartId;

    @Nullable
    String checkoutId;

    @Nullable
    String orderId;

    List<Line> lines = List.of();

    @Nullable
    BigDecimal total;

    @Nullable
    String currency;

    @Nullable
    String pageUrl;

    boolean test;
    Map<String, String> attributes = Map.of();

    Row toRow(long line, String record) {
        if (eventId == null) {
            return bad(line, RejectionReason.MISSING_EVENT_ID, "eventId is missing", record);
        }
        if (type == null) {
            return bad(line, RejectionReason.MISSING_TYPE, "type is missing", record);
        }
        if (occurredAtMs.isEmpty()) {
            return bad(line, RejectionReason.MISSING_TIME, "occurredAt is missing", record);
        }
        if (source == null) {
            return bad(line, RejectionReason.INVALID_VALUE, "source is missing: clickstream or crm", record);
        }
        return new Row.Read(line, event(source, eventId, type, occurredAtMs.getAsLong()), recordTimestampMs);
    }

    private static Row bad(long line, RejectionReason reason, String message, String record) {
        return new Row.Bad(line, reason, message, record);
    }

    private ReportedEvent event(Source from, String id, String kind, long atMs) {
        return new ReportedEvent(
                from,
                id,
                kind,
                atMs,
                customerId,
                anonymousId,
                device,
                channel,
                campaign,
                cartId,
                checkoutId,
                orderId,
                lines,
                total,
                currency,
                pageUrl,
                test,
                attributes);
    }
}
