package io.journeystreams.backtest;

import io.journeystreams.churn.PurchaseDays;
import io.journeystreams.intake.ReportedEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads from files of events on which days (UTC) each customer ordered. An order counts on the day on which it was first
 * reported. One that was cancelled within 24 hours, or refunded, does not count (rule C6).
 */
public final class OrderReader {

    private static final long CANCELLED_IN_TIME_MS = 24 * 3_600_000L;
    private static final long DAY_MS = 24 * 3_600_000L;

    private final Map<String, List<Placed>> ordersByCustomer = new HashMap<>();

    private final Map<String, Long> cancelledAtMs = new HashMap<>();
    private final Set<String> refunded = new HashSet<>();
    private long badRows;
    private long nameless;

    private OrderReader() {}

    private record Placed(String order, long atMs) {}

    /**
     * @param badRows rows that could not be read
     * @param nameless orders that name no customer
     */
    public record Orders(List<PurchaseDays> customers, long badRows, long nameless) {

        public Orders {
            customers = List.copyOf(customers);
        }
    }

    /** @throws IOException if a file cannot be read; rows that cannot be used are counted */
    public static Orders read(List<EventFile> files) throws IOException {
        OrderReader reader = new OrderReader();
        for (EventFile file : files) {
            try (CanonicalEvents events = CanonicalEvents.open(file, (unread, row) -> reader.badRows++)) {
                for (Optional<Arrival> next = events.next(); next.isPresent(); next = events.next()) {
                    reader.take(next.get().event());
                }
            }
        }
        return new Orders(reader.customers(), reader.badRows, reader.nameless);
    }

    private void take(ReportedEvent event) {
        if (event.test()) {
            return;
        }
        String order = event.orderId() == null ? event.eventId() : event.orderId();
        switch (event.type()) {
            case "order_placed", "order_paid" -> placed(event, order);
            case "order_cancelled" -> cancelledAtMs.merge(order, event.occurredAtMs(), Math::min);
            case "order_refunded" -> refunded.add(order);
            default -> {}
        }
    }

    private void placed(ReportedEvent event, String order) {
        if (event.customerId() == null) {
            nameless++;
            return;
        }
        ordersByCustomer
                .computeIfAbsent(event.customerId(), customer -> new ArrayList<>(2))
                .add(new Placed(order, event.occurredAtMs()));
    }

    /** In the order of their ids, so that nothing depends on the order of the file. */
    private List<PurchaseDays> customers() {
        List<PurchaseDays> customers = new ArrayList<>();
        for (String customer : ordersByCustomer.keySet().stream().sorted().toList()) {
            List<Integer> days = days(ordersByCustomer.getOrDefault(customer, List.of()));
            if (!days.isEmpty()) {
                customers.add(new PurchaseDays(days));
            }
        }
        return customers;
    }

    private List<Integer> days(List<Placed> reports) {
        Map<String, Long> firstAtMs = new HashMap<>();
        reports.forEach(placed -> firstAtMs.merge(placed.order, placed.atMs, Math::min));
        return firstAtMs.entrySet().stream()
                .filter(order -> counts(order.getKey(), order.getValue()))
                .map(order -> Math.toIntExact(Math.floorDiv(order.getValue(), DAY_MS)))
                .toList();
    }

    private boolean counts(String order, long placedAtMs) {
        Long cancelled = cancelledAtMs.get(order);
        boolean isCancelled = cancelled != null && cancelled - placedAtMs <= CANCELLED_IN_TIME_MS;
        return !isCancelled && !refunded.contains(order);
    }
}
