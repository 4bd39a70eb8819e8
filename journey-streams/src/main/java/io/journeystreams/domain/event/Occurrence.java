package io.journeystreams.domain.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a source reported, normalised: one flat shape for every type of event.
 *
 * @param type as reported, snake_case; also of types that the rules do not know
 * @param atMs event time (rule T1), epoch milliseconds
 * @param source the family of sources; only the clickstream is interactive
 * @param deviceId anonymous id, else the kind of device, else {@code unknown}
 * @param device kind of device
 * @param namesCustomer says which customer it is; of a customer's devices, what was done before the login does not
 * @param late older than the lateness bound on arrival (rule T3)
 * @param test a test order or test visitor: arms and disarms nothing (rule A14)
 * @param position where it stands in the input
 */
public record Occurrence(
        EventId id,
        String type,
        long atMs,
        Source source,
        DeviceId deviceId,
        Optional<String> device,
        Optional<String> channel,
        Optional<String> campaign,
        Optional<CartId> cartId,
        Optional<CheckoutId> checkoutId,
        Optional<OrderId> orderId,
        List<Line> lines,
        Optional<Money> total,
        Optional<String> pageUrl,
        Map<String, String> attributes,
        boolean namesCustomer,
        boolean late,
        boolean test,
        SourcePosition position) {

    /** Kind of device of events that no person caused. */
    private static final String SERVER = "server";

    /** Attributes that say how an order was paid. */
    private static final Set<String> PAYMENT = Set.of("payment_status", "payment_method");

    public Occurrence {
        lines = List.copyOf(lines);
        attributes = Map.copyOf(attributes);
    }

    /** Where events come from. */
    public enum Source {
        CLICKSTREAM,
        CRM
    }

    /** Caused by a person on a device, as it happened: extends sessions and restarts delays (rules S3, A2). */
    public boolean isInteractive() {
        return source == Source.CLICKSTREAM
                && !(device.isPresent() && device.get().equals(SERVER));
    }

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** The trace in which it was caused, if its source said so. */
    public Optional<TraceParent> trace() {
        return attribute(TraceParent.NAME).flatMap(TraceParent::read);
    }

    /** The same occurrence, caused in that trace. */
    public Occurrence causedIn(TraceParent trace) {
        Map<String, String> traced = new HashMap<>(attributes);
        traced.put(TraceParent.NAME, trace.value());
        return with(cartId, lines, pageUrl, traced, late);
    }

    /** The same occurrence, about the cart that goes by another name. */
    public Occurrence withCartId(Optional<CartId> name) {
        return with(name, lines, pageUrl, attributes, late);
    }

    /**
     * The same occurrence, as far as a purchase needs it: what was bought, and how it was paid.
     *
     * @param needed further attributes that stay
     */
    public Occurrence lightened(Set<String> needed) {
        Map<String, String> kept = new HashMap<>(attributes);
        kept.keySet().removeIf(name -> !PAYMENT.contains(name) && !needed.contains(name));
        return with(cartId, lines.stream().map(Line::lightened).toList(), Optional.empty(), kept, late);
    }

    /** The same occurrence, too late to arm anything or to change a session (rule T3). */
    public Occurrence asLate() {
        return with(cartId, lines, pageUrl, attributes, true);
    }

    /** The same occurrence, made of the same objects as another one where they say the same: the events of a visit mostly do. */
    public Occurrence sharing(Occurrence other) {
        return new Occurrence(
                id,
                type,
                atMs,
                source,
                shared(deviceId, other.deviceId),
                shared(device, other.device),
                shared(channel, other.channel),
                shared(campaign, other.campaign),
                shared(cartId, other.cartId),
                shared(checkoutId, other.checkoutId),
                shared(orderId, other.orderId),
                shared(lines, other.lines),
                shared(total, other.total),
                shared(pageUrl, other.pageUrl),
                shared(attributes, other.attributes),
                namesCustomer,
                late,
                test,
                position.sharing(other.position));
    }

    private static <T> T shared(T own, T others) {
        return own.equals(others) ? others : own;
    }

    private Occurrence with(
            Optional<CartId> cart, List<Line> goods, Optional<String> page, Map<String, String> said, boolean isLate) {
        return new Occurrence(
                id,
                type,
                atMs,
                source,
                deviceId,
                device,
                channel,
                campaign,
                cart,
                checkoutId,
                orderId,
                goods,
                total,
                page,
                said,
                namesCustomer,
                isLate,
                test,
                position);
    }
}
