package io.journeystreams.domain.churn;

import io.journeystreams.domain.churn.model.RepeatPurchases;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a customer has bought, as far as models of buying ask: the same as {@code fit-churn} reads from orders, so that a score means
 * what was fitted. Orders of one day (UTC) count as one, at the time of the first.
 *
 * @param past orders that are counted and no more
 * @param orders the latest {@link #MAX_ORDERS}, the earliest first: a refund takes them out, and one that comes late finds its place
 */
public record Buying(Past past, List<Order> orders) {

    public static final Buying NOTHING = new Buying(Past.NONE, List.of());

    /** Orders kept one by one. Refunds of earlier ones change nothing. */
    public static final int MAX_ORDERS = 8;

    /** An order report without an id so close to another order is about that one. */
    private static final long SAME_ORDER_MS = Duration.ofDays(1).toMillis();

    private static final Comparator<Order> BY_TIME = Comparator.comparingLong(Order::atMs)
            .thenComparing(order -> order.by().value());

    public Buying {
        orders = List.copyOf(orders);
    }

    /**
     * @param by the first event that told of it
     * @param atMs event time, epoch milliseconds
     * @param total empty if nobody has told
     * @param cohort of who buys so for the first time; empty if it does not matter
     */
    public record Order(EventId by, Optional<OrderId> id, long atMs, Optional<Money> total, Optional<String> cohort) {

        private boolean isSameAs(Occurrence report) {
            boolean isNamed = id.isPresent() && report.orderId().isPresent();
            return isNamed
                    ? id.equals(report.orderId())
                    : by.equals(report.id()) || Math.abs(atMs - report.atMs()) <= SAME_ORDER_MS;
        }

        private Order with(Money value) {
            return new Order(by, id, atMs, Optional.of(value), cohort);
        }

        private long day() {
            return Buying.day(atMs);
        }
    }

    public boolean isEmpty() {
        return past.days() == 0 && orders.isEmpty();
    }

    /** Of the first order, epoch milliseconds. */
    public long firstAtMs() {
        return beginsInPast() ? past.firstAtMs() : orders.get(0).atMs();
    }

    /** What the first order says; empty without any. */
    public Optional<String> cohort() {
        if (beginsInPast()) {
            return past.cohort();
        }
        return orders.isEmpty() ? Optional.empty() : orders.get(0).cohort();
    }

    /** An order that comes late may be earlier than those that are only counted. */
    private boolean beginsInPast() {
        return past.days() > 0
                && (orders.isEmpty() || past.firstAtMs() <= orders.get(0).atMs());
    }

    /** Of the first order on the last day with one, epoch milliseconds. */
    public long lastAtMs() {
        if (orders.isEmpty()) {
            return past.lastAtMs();
        }
        long lastDay = orders.get(orders.size() - 1).day();
        if (past.days() > 0 && day(past.lastAtMs()) == lastDay) {
            return past.lastAtMs();
        }
        return orders.stream()
                .filter(order -> order.day() == lastDay)
                .mapToLong(Order::atMs)
                .min()
                .orElseThrow();
    }

    /** The event of the last order. */
    public EventId lastBy() {
        return orders.isEmpty()
                ? past.lastBy().orElseThrow()
                : orders.get(orders.size() - 1).by();
    }

    /** Days with an order. */
    public int days() {
        long single = orders.stream().mapToLong(Order::day).distinct().count();
        boolean isShared = past.days() > 0 && orders.stream().anyMatch(order -> order.day() == day(past.lastAtMs()));
        return past.days() + (int) single - (isShared ? 1 : 0);
    }

    /** @param ms not before the last order, epoch milliseconds */
    public RepeatPurchases purchasesAt(long ms) {
        double lastWeeks = ChurnModel.weeks(lastAtMs() - firstAtMs());
        return new RepeatPurchases(days() - 1, lastWeeks, ChurnModel.weeks(ms - firstAtMs()));
    }

    /** Something was bought after one time and not after another, epoch milliseconds. */
    public boolean hasBoughtBetween(long afterMs, long untilMs) {
        return orders.stream().anyMatch(order -> order.atMs() > afterMs && order.atMs() <= untilMs)
                || (past.days() > 0 && past.lastAtMs() > afterMs && past.lastAtMs() <= untilMs);
    }

    /** Mean total of orders in the currency of the first one that has a total. */
    public Optional<Money> meanOrderValue() {
        Past all = past;
        for (Order order : orders) {
            all = all.spending(order.total());
        }
        return all.meanOrderValue();
    }

    Optional<Order> find(Occurrence report) {
        return orders.stream().filter(order -> order.isSameAs(report)).findFirst();
    }

    Buying with(Order order) {
        List<Order> next = new ArrayList<>(orders);
        next.add(order);
        return keepingLatest(past, next);
    }

    Buying valuing(Order order, Money total) {
        return new Buying(
                past,
                orders.stream()
                        .map(known -> known.equals(order) ? known.with(total) : known)
                        .toList());
    }

    Buying without(Order reversed) {
        return new Buying(
                past, orders.stream().filter(order -> !order.equals(reversed)).toList());
    }

    /** What two profiles have bought, as one (rule I6); each order once. */
    public Buying union(Buying other) {
        List<Order> joined = new ArrayList<>();
        Stream.concat(orders.stream(), other.orders.stream())
                .sorted(BY_TIME)
                .filter(order -> joined.stream().noneMatch(known -> isSame(known, order)))
                .forEach(joined::add);
        return keepingLatest(past.union(other.past), joined);
    }

    private static boolean isSame(Order one, Order other) {
        return one.by().equals(other.by()) || (one.id().isPresent() && one.id().equals(other.id()));
    }

    private static Buying keepingLatest(Past past, List<Order> orders) {
        List<Order> sorted = orders.stream().sorted(BY_TIME).toList();
        int excess = Math.max(0, sorted.size() - MAX_ORDERS);
        Past longer = past;
        for (Order order : sorted.subList(0, excess)) {
            longer = longer.with(order);
        }
        return new Buying(longer, sorted.subList(excess, sorted.size()));
    }

    static long day(long ms) {
        return Math.floorDiv(ms, Duration.ofDays(1).toMillis());
    }
}
