package io.journeystreams.domain.engine;

import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.SourcePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
            "subscription_cancelled");

    private final Random random;
    private long nowMs = BEGINNING_MS;

    RandomHistory(long seed) {
        this.random = new Random(seed);
    }

    List<JourneyEvent> events() {
        int count = 1 + random.nextInt(30);
        List<JourneyEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nowMs += pauseMs();
            events.add(event(i));
        }
        events.sort(JourneyEvent.ORDER);
        return events;
    }

    /** Often nothing, often minutes, now and then hours; the whole stays within the lateness of three days. */
    private long pauseMs() {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1, 2 -> Duration.ofSeconds(random.nextInt(120)).toMillis();
            case 3, 4 -> Duration.ofMinutes(random.nextInt(40)).toMillis();
            default -> Duration.ofMinutes(random.nextInt(130)).toMillis();
        };
    }

    static JourneyEvent pageView(String id, long afterBeginningMs) {
        return EventTypes.read(new Occurrence(
                new EventId(id),
                "page_viewed",
                BEGINNING_MS + afterBeginningMs,
                Occurrence.Source.CLICKSTREAM,
                new DeviceId("d0"),
                Optional.of("web"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                false,
                false,
                new SourcePosition("history", 0, 0)));
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
                "%n  %s %s %s %s cart=%s checkout=%s order=%s lines=%s%s",
                event.id(),
                Instant.ofEpochMilli(event.atMs()),
                occurrence.type(),
                occurrence.source() == Occurrence.Source.CRM ? "crm" : occurrence.deviceId(),
                occurrence.cartId().orElse(CartId.ONLY),
                occurrence.checkoutId().map(CheckoutId::value).orElse("-"),
                occurrence.orderId().map(OrderId::value).orElse("-"),
                lines,
                occurrence.test() ? " test" : "");
    }

    private JourneyEvent event(int number) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        boolean isCrm = type.startsWith("ticket") || (type.startsWith("order") && random.nextBoolean());
        return EventTypes.read(new Occurrence(
                new EventId("e" + number),
                type,
                nowMs,
                isCrm ? Occurrence.Source.CRM : Occurrence.Source.CLICKSTREAM,
                new DeviceId("d" + random.nextInt(2)),
                Optional.of("web"),
                Optional.empty(),
                Optional.empty(),
                random.nextInt(4) == 0 ? Optional.of(new CartId("k1")) : Optional.empty(),
                random.nextInt(4) == 0 ? Optional.of(new CheckoutId("t1")) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(new OrderId("o" + random.nextInt(3))) : Optional.empty(),
                random.nextInt(5) == 0 ? List.of() : lines(),
                Optional.empty(),
                Optional.of("https://shop.example/" + number),
                Map.of(),
                false,
                random.nextInt(30) == 0,
                new SourcePosition("history", 0, number)));
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
