package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredAttribute;
import io.journeystreams.contracts.StoredDetails;
import io.journeystreams.contracts.StoredEvent;
import io.journeystreams.contracts.StoredOrigin;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.SourcePosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Events as they were reported; their meaning follows from the type when they are read. */
final class OccurrenceCodec {

    private static final StoredDetails NOTHING = new StoredDetails(null, null, null, List.of(), null, List.of());

    private OccurrenceCodec() {}

    /** @param afterMs how long after the event before it: event times are close together */
    static StoredEvent store(Occurrence occurrence, long afterMs, OriginTable origins, ProductTable products) {
        TextTable texts = products.texts();
        int origin = origins.place(occurrence);
        return new StoredEvent(
                texts.place(occurrence.id().value()),
                texts.place(occurrence.type()),
                afterMs,
                origin,
                occurrence.position().offset() - origins.offsetAt(origin),
                texts.place(occurrence.pageUrl()),
                details(occurrence, products));
    }

    /** Ordered, since the order of the map differs from one run to the next. */
    private static List<StoredAttribute> attributes(Map<String, String> attributes, TextTable texts) {
        if (attributes.isEmpty()) {
            return List.of();
        }
        List<StoredAttribute> stored = new ArrayList<>(attributes.size());
        Map<String, String> ordered = attributes.size() == 1 ? attributes : new TreeMap<>(attributes);
        ordered.forEach((name, content) -> stored.add(new StoredAttribute(texts.place(name), texts.place(content))));
        return stored;
    }

    private static @Nullable StoredDetails details(Occurrence occurrence, ProductTable products) {
        if (saysNothing(occurrence)) {
            return null;
        }
        TextTable texts = products.texts();
        return new StoredDetails(
                texts.place(occurrence.cartId().map(CartId::value)),
                texts.place(occurrence.checkoutId().map(CheckoutId::value)),
                texts.place(occurrence.orderId().map(OrderId::value)),
                LineCodec.store(occurrence.lines(), products),
                LineCodec.storeMoney(occurrence.total(), texts),
                attributes(occurrence.attributes(), texts));
    }

    private static boolean saysNothing(Occurrence occurrence) {
        return occurrence.cartId().isEmpty()
                && occurrence.checkoutId().isEmpty()
                && occurrence.orderId().isEmpty()
                && occurrence.lines().isEmpty()
                && occurrence.total().isEmpty()
                && occurrence.attributes().isEmpty();
    }

    static List<JourneyEvent> read(List<StoredEvent> stored, List<StoredOrigin> origins, Products products) {
        List<JourneyEvent> events = new ArrayList<>(stored.size());
        long atMs = 0;
        for (StoredEvent event : stored) {
            atMs += event.getAfterMs();
            events.add(EventTypes.read(read(event, atMs, Places.get(origins, event.getOrigin()), products)));
        }
        return events;
    }

    private static Occurrence read(StoredEvent stored, long atMs, StoredOrigin origin, Products products) {
        Texts texts = products.texts();
        StoredDetails details = Objects.requireNonNullElse(stored.getDetails(), NOTHING);
        return new Occurrence(
                new EventId(texts.at(stored.getId())),
                texts.at(stored.getType()),
                atMs,
                Codes.read(Occurrence.Source.class, origin.getSource()),
                new DeviceId(texts.at(origin.getDeviceId())),
                texts.find(origin.getDevice()),
                texts.find(origin.getChannel()),
                texts.find(origin.getCampaign()),
                texts.find(details.getCartId()).map(CartId::new),
                texts.find(details.getCheckoutId()).map(CheckoutId::new),
                texts.find(details.getOrderId()).map(OrderId::new),
                LineCodec.read(details.getLines(), products),
                LineCodec.readMoney(details.getTotal(), texts),
                texts.find(stored.getPageUrl()),
                attributes(details.getAttributes(), texts),
                origin.getNamesCustomer(),
                origin.getLate(),
                origin.getTest(),
                new SourcePosition(
                        texts.at(origin.getTopic()),
                        origin.getPartition(),
                        origin.getOffset() + stored.getAfterOffset()));
    }

    private static Map<String, String> attributes(List<StoredAttribute> stored, Texts texts) {
        Map<String, String> attributes = new HashMap<>();
        for (StoredAttribute attribute : stored) {
            attributes.put(texts.at(attribute.getName()), texts.at(attribute.getContent()));
        }
        return attributes;
    }
}
