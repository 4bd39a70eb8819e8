package io.journeystreams.domain.event;

import io.journeystreams.domain.event.Occurrence.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event in the making, for tests: on the web, by a known customer, of device d1, and with nothing that is not said. */
public final class EventDraft {

    private final EventId id;
    private final String type;
    private final long atMs;
    private Source source = Source.CLICKSTREAM;
    private DeviceId deviceId = new DeviceId("d1");
    private Optional<String> device = Optional.of("web");
    private Optional<String> channel = Optional.empty();
    private Optional<String> campaign = Optional.empty();
    private Optional<CartId> cartId = Optional.empty();
    private Optional<CheckoutId> checkoutId = Optional.empty();
    private Optional<OrderId> orderId = Optional.empty();
    private List<Line> lines = List.of();
    private Optional<Money> total = Optional.empty();
    private Optional<String> pageUrl = Optional.empty();
    private Map<String, String> attributes = Map.of();
    private boolean namesCustomer = true;
    private boolean late;
    private boolean test;
    private SourcePosition position = new SourcePosition("clickstream.events", 0, 0);

    private EventDraft(String id, String type, long atMs) {
        this.id = new EventId(id);
        this.type = type;
        this.atMs = atMs;
    }

    /** @param atMs event time, epoch milliseconds */
    public static EventDraft of(String id, String type, long atMs) {
        return new EventDraft(id, type, atMs);
    }

    public EventDraft from(Source family) {
        source = family;
        return this;
    }

    public EventDraft on(String device) {
        deviceId = new DeviceId(device);
        return this;
    }

    /** @param kind of device */
    public EventDraft device(Optional<String> kind) {
        device = kind;
        return this;
    }

    public EventDraft through(Optional<String> name) {
        channel = name;
        return this;
    }

    public EventDraft campaign(Optional<String> name) {
        campaign = name;
        return this;
    }

    public EventDraft cart(Optional<CartId> cart) {
        cartId = cart;
        return this;
    }

    public EventDraft checkout(Optional<CheckoutId> checkout) {
        checkoutId = checkout;
        return this;
    }

    public EventDraft order(Optional<OrderId> order) {
        orderId = order;
        return this;
    }

    public EventDraft lines(List<Line> goods) {
        lines = goods;
        return this;
    }

    public EventDraft total(Optional<Money> sum) {
        total = sum;
        return this;
    }

    public EventDraft page(Optional<String> url) {
        pageUrl = url;
        return this;
    }

    public EventDraft attributes(Map<String, String> values) {
        attributes = values;
        return this;
    }

    public EventDraft namesCustomer(boolean named) {
        namesCustomer = named;
        return this;
    }

    public EventDraft late(boolean isLate) {
        late = isLate;
        return this;
    }

    public EventDraft test(boolean isTest) {
        test = isTest;
        return this;
    }

    public EventDraft at(String topic, int partition, long offset) {
        position = new SourcePosition(topic, partition, offset);
        return this;
    }

    public Occurrence occurrence() {
        return new Occurrence(
                id,
                type,
                atMs,
                source,
                deviceId,
                device,
                channel,
                campaign,
                cartId,
                checkoutId,
                orderId,
                lines,
                total,
                pageUrl,
                attributes,
                namesCustomer,
                late,
                test,
                position);
    }

    public JourneyEvent event() {
        return EventTypes.read(occurrence());
    }
}
