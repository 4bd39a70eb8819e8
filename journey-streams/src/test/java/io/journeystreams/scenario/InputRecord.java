package io.journeystreams.scenario;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.Page;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.intake.ReportedEvent;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of an input topic.
 *
 * @param timestampMs when it was ingested, epoch milliseconds
 */
record InputRecord(String topic, String key, long timestampMs, SpecificRecord value) {

    static InputRecord of(ReportedEvent event, long timestampMs) {
        return event.source() == Source.CRM ? crm(event, timestampMs) : clickstream(event, timestampMs);
    }

    /** Where a source's records are. */
    static String topicOf(String source) {
        return source.equals(ScenarioEvents.CRM) ? Topics.CRM : Topics.CLICKSTREAM;
    }

    /** Keyed by device, and by customer where no device is known. */
    private static InputRecord clickstream(ReportedEvent event, long timestampMs) {
        String key = event.anonymousId() == null ? event.customerId() : event.anonymousId();
        ClickstreamEvent value = ClickstreamEvent.newBuilder()
                .setEventId(event.eventId())
                .setType(event.type())
                .setOccurredAt(Instant.ofEpochMilli(event.occurredAtMs()))
                .setAnonymousId(event.anonymousId())
                .setCustomerId(event.customerId())
                .setDevice(event.device())
                .setChannel(event.channel())
                .setCampaign(event.campaign())
                .setCartId(event.cartId())
                .setCheckoutId(event.checkoutId())
                .setOrderId(event.orderId())
                .setLines(event.lines())
                .setTotal(event.total() == null ? null : event.total().setScale(4))
                .setCurrency(event.currency())
                .setPage(page(event.pageUrl()))
                .setTest(event.test())
                .setAttributes(event.attributes())
                .build();
        return new InputRecord(Topics.CLICKSTREAM, Objects.requireNonNull(key), timestampMs, value);
    }

    private static InputRecord crm(ReportedEvent event, long timestampMs) {
        CrmEvent value = CrmEvent.newBuilder()
                .setEventId(event.eventId())
                .setType(event.type())
                .setOccurredAt(Instant.ofEpochMilli(event.occurredAtMs()))
                .setAnonymousId(event.anonymousId())
                .setCustomerId(event.customerId())
                .setDevice(event.device())
                .setChannel(event.channel())
                .setCampaign(event.campaign())
                .setCartId(event.cartId())
                .setCheckoutId(event.checkoutId())
                .setOrderId(event.orderId())
                .setLines(event.lines())
                .setTotal(event.total() == null ? null : event.total().setScale(4))
                .setCurrency(event.currency())
                .setPage(page(event.pageUrl()))
                .setTest(event.test())
                .setAttributes(event.attributes())
                .build();
        return new InputRecord(Topics.CRM, Objects.requireNonNull(event.customerId()), timestampMs, value);
    }

    byte[] keyBytes() {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    byte[] valueBytes(InputEncoder encoder) {
        return value instanceof CrmEvent event ? encoder.encode(event) : encoder.encode((ClickstreamEvent) value);
    }

    private static @Nullable Page page(@Nullable String url) {
        return url == null ? null : Page.newBuilder().setUrl(url).build();
    }
}
