package io.journeystreams.backtest;

import io.journeystreams.churn.Cohort;
import io.journeystreams.churn.PurchaseDays;
import io.journeystreams.domain.churn.CohortBy;
import io.journeystreams.intake.ReportedEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    private final Optional<CohortBy> cohortBy;

    private OrderReader(Optional<CohortBy> cohortBy) {
        this.cohortBy = cohortBy;
    }

    /**
     * One report of an order; the first one says when it was placed, and the cohort.
     *
     * @param eventId empty where cohorts are not told apart: it only decides between reports of the same time
     */
    private record Placed(String order, long atMs, String eventId, Optional<String> cohort) {

        private static final Comparator<Placed> BY_TIME =
                Comparator.comparingLong(Placed::atMs).thenComparing(Placed::eventId);

        private static Placed first(Placed one, Placed other) {
            return BY_TIME.compare(one, other) <= 0 ? one : other;
        }
    }

    /**
     * @param cohorts the same customers by what their first order says; one without a name if they are not told apart
     * @param badRows rows that could not be read
     * @param nameless orders that name no customer
     */
    public record Orders(List<PurchaseDays> customers, List<Cohort> cohorts, long badRows, long nameless) {

        public Orders {
            customers = List.copyOf(customers);
            cohorts = List.copyOf(cohorts);
        }
    }

    /**
     * @param cohortBy what tells cohorts of customers apart
     * @throws IOException if a file cannot be read; rows that cannot be used are counted
     */
    public static Orders read(List<EventFile> files, Optional<CohortBy> cohortBy) throws IOException {
        OrderReader reader = new OrderReader(cohortBy);
        for (EventFile file : files) {
            try (CanonicalEvents events = CanonicalEvents.open(file, (unread, row) -> reader.badRows++)) {
                for (Optional<Arrival> next = events.next(); next.isPresent(); next = events.next()) {
                    reader.take(next.get().event());
                }
            }
        }
        return reader.orders();
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
                .add(new Placed(
                        order, event.occurredAtMs(), cohortBy.isPresent() ? event.eventId() : "", cohort(event)));
    }

    private Optional<String> cohort(ReportedEvent event) {
        return cohortBy.flatMap(by -> by.of(Optional.ofNullable(event.channel()), event.attributes()));
    }

    /** In the order of their ids, so that nothing depends on the order of the file. */
    private Orders orders() {
        List<PurchaseDays> customers = new ArrayList<>();
        Map<Optional<String>, List<PurchaseDays>> cohorts = new LinkedHashMap<>();
        for (String customer : ordersByCustomer.keySet().stream().sorted().toList()) {
            List<Placed> orders = counted(ordersByCustomer.getOrDefault(customer, List.of()));
            if (!orders.isEmpty()) {
                PurchaseDays days =
                        new PurchaseDays(orders.stream().map(OrderReader::day).toList());
                Placed first = orders.stream().reduce(Placed::first).orElseThrow();
                customers.add(days);
                cohorts.computeIfAbsent(first.cohort, cohort -> new ArrayList<>())
                        .add(days);
            }
        }
        List<Cohort> told = cohorts.entrySet().stream()
                .map(cohort -> new Cohort(cohort.getKey(), cohort.getValue()))
                .toList();
        return new Orders(customers, told, badRows, nameless);
    }

    private List<Placed> counted(List<Placed> reports) {
        Map<String, Placed> orders = new HashMap<>();
        reports.forEach(placed -> orders.merge(placed.order, placed, Placed::first));
        return orders.values().stream().filter(this::counts).toList();
    }

    private static int day(Placed order) {
        return Math.toIntExact(Math.floorDiv(order.atMs, DAY_MS));
    }

    private boolean counts(Placed order) {
        Long cancelled = cancelledAtMs.get(order.order);
        boolean isCancelled = cancelled != null && cancelled - order.atMs <= CANCELLED_IN_TIME_MS;
        return !isCancelled && !refunded.contains(order.order);
    }
}
