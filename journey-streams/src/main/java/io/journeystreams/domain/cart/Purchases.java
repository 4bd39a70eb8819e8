package io.journeystreams.domain.cart;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The orders of a customer, each once, whichever source told of it (rules A5, T8).
 *
 * @param recent orders of the last {@link #REMEMBERED}
 * @param count all orders
 */
public record Purchases(List<Purchase> recent, long count) {

    public static final Purchases NONE = new Purchases(List.of(), 0);

    /** How long an order is remembered, so that it is not counted twice. */
    public static final Duration REMEMBERED = Duration.ofDays(30);

    public Purchases {
        recent = List.copyOf(recent);
    }

    /**
     * An order, known by its id, or where the source gives none by its event.
     *
     * @param atMs event time, epoch milliseconds
     * @param isValued its total is known and has been counted
     */
    public record Purchase(Optional<OrderId> orderId, EventId eventId, long atMs, boolean isValued) {

        private boolean isSameAs(Purchase other) {
            return eventId.equals(other.eventId) || (orderId.isPresent() && orderId.equals(other.orderId));
        }
    }

    /**
     * The orders after one more report of an order.
     *
     * @param newValue the order's total, told for the first time
     */
    public record Step(Purchases purchases, Optional<Money> newValue) {}

    public Step step(JourneyEvent order) {
        Optional<Money> total = order.occurrence().total();
        Purchase purchase = new Purchase(order.occurrence().orderId(), order.id(), order.atMs(), total.isPresent());
        Optional<Purchase> known = recent.stream().filter(purchase::isSameAs).findFirst();
        if (known.isEmpty()) {
            return new Step(with(purchase), total);
        }
        if (known.get().isValued() || total.isEmpty()) {
            return new Step(this, Optional.empty());
        }
        return new Step(valued(known.get()), total);
    }

    /** The orders of two profiles, each once. */
    public Purchases union(Purchases other) {
        List<Purchase> joined = new ArrayList<>(recent);
        long known = 0;
        for (Purchase purchase : other.recent) {
            if (joined.stream().anyMatch(purchase::isSameAs)) {
                known++;
            } else {
                joined.add(purchase);
            }
        }
        return new Purchases(joined, count + other.count - known);
    }

    public boolean hasSeen(EventId event) {
        return recent.stream().anyMatch(purchase -> purchase.eventId().equals(event));
    }

    public OptionalLong lastAtMs() {
        return recent.stream().mapToLong(Purchase::atMs).max();
    }

    public Purchases forgetBefore(long ms) {
        return new Purchases(
                recent.stream().filter(purchase -> purchase.atMs() >= ms).toList(), count);
    }

    private Purchases with(Purchase purchase) {
        List<Purchase> next = new ArrayList<>(recent);
        next.add(purchase);
        return new Purchases(next, count + 1);
    }

    private Purchases valued(Purchase known) {
        List<Purchase> next = new ArrayList<>(recent);
        next.set(recent.indexOf(known), new Purchase(known.orderId(), known.eventId(), known.atMs(), true));
        return new Purchases(next, count);
    }
}
