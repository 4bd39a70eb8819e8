package io.journeystreams.domain.engine;

import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Seeded events of one customer, in event-time order: two devices, two carts, three products, many equal times. */
final class RandomHistory {

    static final long BEGINNING_MS = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();

    private static final List<String> TYPES = List.of(
            "page_viewed",
            "page_viewed",
            "product_viewed",
            "product_added",
            "product_added",
            "product_added",
            "product_removed",
            "cart_viewed",
            "checkout_started",
            "checkout_step_completed",
            "payment_failed",
            "payment_succeeded",
            "order_placed",
            "order_placed",
            "order_cancelled",
            "identified",
            "logged_out",
            "ticket_opened",
            "ticket_resolved",
            "chat_requested",
            "chat_answered",
            "chat_ended",
            "order_paid",
            "order_shipped",
            "order_delivered",
            "subscription_cancelled",
            "product_viewed",
            "product_viewed",
            "product_searched",
            "product_searched",
            "form_started",
            "form_submitted",
            "customer_updated",
            "consent_changed");

    private static final Set<String> CRM_ONLY =
            Set.of("ticket_opened", "ticket_resolved", "customer_updated", "consent_changed");

    private static final int MOST_EVENTS = 30;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(130);

    private final Random random;
    private final boolean isOfCustomer;
    private final int mostEvents;
    private final Duration longestPause;
    private long nowMs = BEGINNING_MS;

    private RandomHistory(long seed, int mostEvents, Duration longestPause) {
        this.random = new Random(seed);
        this.isOfCustomer = RandomShop.profile(seed).isCustomer();
        this.mostEvents = mostEvents;
        this.longestPause = longestPause;
    }

    /** The whole stays within the lateness of three days. */
    RandomHistory(long seed) {
        this(seed, MOST_EVENTS, LONGEST_PAUSE);
    }

    /** Somebody who comes by again and again for weeks: what is older than three days is settled meanwhile. */
    static RandomHistory ofWeeks(long seed) {
        return new RandomHistory(seed, 4 * MOST_EVENTS, LONGEST_PAUSE.multipliedBy(24));
    }

    List<JourneyEvent> events() {
        int count = 1 + random.nextInt(mostEvents);
        List<JourneyEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nowMs += pauseMs();
            events.add(event(i));
        }
        events.sort(JourneyEvent.ORDER);
        return events;
    }

    /** Often nothing, often minutes, now and then longer. */
    private long pauseMs() {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1, 2 -> Duration.ofSeconds(random.nextInt(120)).toMillis();
            case 3, 4 -> Duration.ofMinutes(random.nextInt(40)).toMillis();
            default ->
                Duration.ofMinutes(random.nextInt((int) longestPause.toMinutes()))
                        .toMillis();
        };
    }

    static JourneyEvent pageView(String id, long afterBeginningMs) {
        return EventDraft.of(id, "page_viewed", BEGINNING_MS + afterBeginningMs)
                .on("d0")
                .at("history", 0, 0)
                .event();
    }

    static String describe(List<JourneyEvent> events) {
        return events.stream().map(RandomHistory::describe).collect(Collectors.joining());
    }

    private static String describe(JourneyEvent event) {
        Occurrence occurrence = event.occurrence();
        String lines = occurrence.lines().stream()
                .map(line -> line.product().productId() + line.quantity())
                .collect(Collectors.joining(","));
        return String.format(
                "%n  %s %s %s %s cart=%s checkout=%s order=%s lines=%s %s%s",
                event.id(),
                Instant.ofEpochMilli(event.atMs()),
                occurrence.type(),
                occurrence.source() == Occurrence.Source.CRM ? "crm" : occurrence.deviceId(),
                occurrence.cartId().orElse(CartId.ONLY),
                occurrence.checkoutId().map(CheckoutId::value).orElse("-"),
                occurrence.orderId().map(OrderId::value).orElse("-"),
                lines,
                new TreeMap<>(occurrence.attributes()),
                occurrence.test() ? " test" : "");
    }

    private JourneyEvent event(int number) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        boolean isCrm = CRM_ONLY.contains(type) || (type.startsWith("order") && random.nextBoolean());
        return EventDraft.of("e" + number, type, nowMs)
                .from(isCrm ? Occurrence.Source.CRM : Occurrence.Source.CLICKSTREAM)
                .on("d" + random.nextInt(2))
                .cart(random.nextInt(4) == 0 ? Optional.of(new CartId("k1")) : Optional.empty())
                .checkout(random.nextInt(4) == 0 ? Optional.of(new CheckoutId("t1")) : Optional.empty())
                .order(random.nextInt(3) == 0 ? Optional.of(new OrderId("o" + random.nextInt(3))) : Optional.empty())
                .lines(random.nextInt(5) == 0 ? List.of() : lines())
                .page(Optional.of("https://shop.example/" + number))
                .attributes(attributes())
                .namesCustomer(isOfCustomer && random.nextInt(3) > 0)
                .test(random.nextInt(30) == 0)
                .at("history", 0, number)
                .event();
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        perhaps(attributes, 3, "query", List.of("mug", "red  Mug", "plate"));
        perhaps(attributes, 3, "form_id", List.of("quote", "contact"));
        perhaps(attributes, 6, "email", List.of("", "anna@shop.example"));
        perhaps(attributes, 3, "payment_status", List.of("pending", "pending", "paid"));
        perhaps(attributes, 2, "payment_method", List.of("card", "paypal", "transfer"));
        perhaps(attributes, 6, "engaged_ms", List.of("9999", "10000"));
        perhaps(attributes, 6, "availability", List.of("out_of_stock", "in_stock"));
        perhaps(attributes, 6, "status", List.of("granted", "denied"));
        return attributes;
    }

    private void perhaps(Map<String, String> attributes, int oneIn, String name, List<String> values) {
        if (random.nextInt(oneIn) == 0) {
            attributes.put(name, values.get(random.nextInt(values.size())));
        }
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (String product : List.of("A", "B", "C")) {
            if (random.nextInt(3) == 0) {
                lines.add(Line.of(product, random.nextInt(3)).withUnitPrice(Money.of("9.90", "EUR")));
            }
        }
        return lines;
    }
}
