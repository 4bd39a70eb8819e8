package io.journeystreams.backtest;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.Page;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.intake.ReportedEvent;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Canonical events as a shop would send them: Avro in the wire format, keyed by rule O1, with their time of ingestion. */
final class CanonicalRecords {

    private final AvroSerializer<ClickstreamEvent> clickstream;
    private final AvroSerializer<CrmEvent> crm;

    CanonicalRecords(RegistryConnection registry) {
        this.clickstream = new AvroSerializer<>(ClickstreamEvent.class, registry, SchemaSource.REGISTER);
        this.crm = new AvroSerializer<>(CrmEvent.class, registry, SchemaSource.REGISTER);
    }

    ProducerRecord<byte[], byte[]> of(Arrival arrival) {
        ReportedEvent event = arrival.event();
        boolean isCrm = event.source() == Source.CRM;
        String topic = isCrm ? Topics.CRM : Topics.CLICKSTREAM;
        byte[] value =
                isCrm ? crm.serialize(topic, crmEvent(event)) : clickstream.serialize(topic, clickstreamEvent(event));
        return new ProducerRecord<>(
                topic, null, arrival.recordTimestampMs(), keyOf(event), Objects.requireNonNull(value));
    }

    /** Where the visitor has no anonymousId, the customer's id keeps his events in one partition and so in their order. */
    private static byte @Nullable [] keyOf(ReportedEvent event) {
        String key = event.anonymousId() == null ? event.customerId() : event.anonymousId();
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }

    private static ClickstreamEvent clickstreamEvent(ReportedEvent event) {
        return ClickstreamEvent.newBuilder()
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
                .setTotal(event.total())
                .setCurrency(event.currency())
                .setPage(pageOf(event))
                .setTest(event.test())
                .setAttributes(event.attributes())
                .build();
    }

    private static CrmEvent crmEvent(ReportedEvent event) {
        return CrmEvent.newBuilder()
                .setEventId(event.eventId())
                .setType(event.type())
                .setOccurredAt(Instant.ofEpochMilli(event.occurredAtMs()))
                .setAnonymousId(event.anonymousId())
                .setCustomerId(Objects.requireNonNull(event.customerId()))
                .setDevice(event.device())
                .setChannel(event.channel())
                .setCampaign(event.campaign())
                .setCartId(event.cartId())
                .setCheckoutId(event.checkoutId())
                .setOrderId(event.orderId())
                .setLines(event.lines())
                .setTotal(event.total())
                .setCurrency(event.currency())
                .setPage(pageOf(event))
                .setTest(event.test())
                .setAttributes(event.attributes())
                .build();
    }

    private static @Nullable Page pageOf(ReportedEvent event) {
        return event.pageUrl() == null
                ? null
                : Page.newBuilder().setUrl(event.pageUrl()).build();
    }
}
