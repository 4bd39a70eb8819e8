package io.journeystreams.intake;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.Page;
import io.journeystreams.domain.event.Occurrence.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source reported, of whatever contract, before anything is checked.
 *
 * @param occurredAtMs by the source's clock, epoch milliseconds
 */
public record ReportedEvent(
        Source source,
        String eventId,
        String type,
        long occurredAtMs,
        @Nullable String customerId,
        @Nullable String anonymousId,
        @Nullable String device,
        @Nullable String channel,
        @Nullable String campaign,
        @Nullable String cartId,
        @Nullable String checkoutId,
        @Nullable String orderId,
        List<Line> lines,
        @Nullable BigDecimal total,
        @Nullable String currency,
        @Nullable String pageUrl,
        boolean test,
        Map<String, String> attributes) {

    public ReportedEvent {
        lines = List.copyOf(lines);
        attributes = Map.copyOf(attributes);
    }

    /** The same report, without what it says of goods, their price, and where they were. */
    ReportedEvent withoutGoods() {
        return new ReportedEvent(
                source,
                eventId,
                type,
                occurredAtMs,
                customerId,
                anonymousId,
                device,
                channel,
                campaign,
                null,
                null,
                orderId,
                List.of(),
                null,
                null,
                pageUrl,
                test,
                attributes);
    }

    public static ReportedEvent of(ClickstreamEvent event) {
        return new ReportedEvent(
                Source.CLICKSTREAM,
                event.getEventId(),
                event.getType(),
                event.getOccurredAt().toEpochMilli(),
                event.getCustomerId(),
                event.getAnonymousId(),
                event.getDevice(),
                event.getChannel(),
                event.getCampaign(),
                event.getCartId(),
                event.getCheckoutId(),
                event.getOrderId(),
                event.getLines(),
                event.getTotal(),
                event.getCurrency(),
                urlOf(event.getPage()),
                event.getTest(),
                event.getAttributes());
    }

    public static ReportedEvent of(CrmEvent event) {
        return new ReportedEvent(
                Source.CRM,
                event.getEventId(),
                event.getType(),
                event.getOccurredAt().toEpochMilli(),
                event.getCustomerId(),
                event.getAnonymousId(),
                event.getDevice(),
                event.getChannel(),
                event.getCampaign(),
                event.getCartId(),
                event.getCheckoutId(),
                event.getOrderId(),
                event.getLines(),
                event.getTotal(),
                event.getCurrency(),
                urlOf(event.getPage()),
                event.getTest(),
                event.getAttributes());
    }

    private static @Nullable String urlOf(@Nullable Page page) {
        return page == null ? null : page.getUrl();
    }
}
