package io.journeystreams.load.generator;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Something a player does, or the shop's systems do about them, before anything goes wrong with it.
 *
 * @param atMs when it happens, milliseconds after the run began
 * @param clockErrorMs how far the clock that stamps it is ahead; negative when it is behind
 * @param crm told by the CRM, not by a device
 * @param lagMs how long after it happened it is sent, at least
 */
record Happening(
        long atMs,
        long clockErrorMs,
        boolean crm,
        long lagMs,
        String eventId,
        String type,
        @Nullable String anonymousId,
        @Nullable String customerId,
        @Nullable String cartId,
        @Nullable String checkoutId,
        @Nullable String orderId,
        List<Line> lines,
        Map<String, String> attributes) {

    static final String CLICKSTREAM = "clickstream.events";
    static final String CRM = "crm.events";

    Happening {
        lines = List.copyOf(lines);
        attributes = Map.copyOf(attributes);
    }

    String topic() {
        return crm ? CRM : CLICKSTREAM;
    }

    /** By the contract of its topic (O1). */
    String key() {
        String key = crm ? customerId : anonymousId;
        if (key == null) {
            throw new IllegalStateException("nobody did " + eventId);
        }
        return key;
    }

    SpecificRecord event(Instant beginning) {
        Instant occurredAt = beginning.plusMillis(atMs + clockErrorMs);
        return crm ? crmEvent(occurredAt) : clickstreamEvent(occurredAt);
    }

    private ClickstreamEvent clickstreamEvent(Instant occurredAt) {
        return ClickstreamEvent.newBuilder()
                .setEventId(eventId)
                .setType(type)
                .setOccurredAt(occurredAt)
                .setAnonymousId(anonymousId)
                .setCustomerId(customerId)
                .setDevice("web")
                .setCartId(cartId)
                .setCheckoutId(checkoutId)
                .setOrderId(orderId)
                .setLines(lines)
                .setPage(Page.newBuilder()
                        .setUrl("https://shop.example/" + type)
                        .setTitle("Hello " + Canary.EMAIL)
                        .build())
                .setAttributes(attributes)
                .build();
    }

    private CrmEvent crmEvent(Instant occurredAt) {
        return CrmEvent.newBuilder()
                .setEventId(eventId)
                .setType(type)
                .setOccurredAt(occurredAt)
                .setAnonymousId(anonymousId)
                .setCustomerId(customerId)
                .setCartId(cartId)
                .setCheckoutId(checkoutId)
                .setOrderId(orderId)
                .setLines(lines)
                .setAttributes(attributes)
                .build();
    }
}
