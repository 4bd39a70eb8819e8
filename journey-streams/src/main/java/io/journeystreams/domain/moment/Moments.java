package io.journeystreams.domain.moment;

import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.fact.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What moments wait for.
 *
 * @param orders under way, the latest {@link #MAX_ORDERS}, in the order in which they were first heard of
 * @param lastPaid the last payment that was thanked for
 * @param tier where the customer is now
 * @param spent total of the orders, in the currency of the first
 * @param moments those that a late event may still change, the earliest first
 */
public record Moments(
        List<OrderFlow> orders,
        Optional<Payment> lastPaid,
        Optional<TierStanding> tier,
        Optional<Money> spent,
        List<Moment> moments) {

    public static final Moments NONE =
            new Moments(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /** Orders followed at the same time. */
    static final int MAX_ORDERS = 20;

    public Moments {
        orders = List.copyOf(orders);
        moments = List.copyOf(moments);
    }

    /** @param atMs epoch milliseconds */
    public record Payment(Optional<OrderId> orderId, long atMs) {}

    /** @param sinceMs epoch milliseconds */
    public record TierStanding(String name, long sinceMs) {}

    public Moments keeping(Predicate<? super Moment> stays) {
        return with(moments.stream().filter(stays).toList());
    }

    /** What the moments of two profiles wait for, as one (rule I6). */
    public Moments union(Moments other) {
        Map<String, OrderFlow> joined = new TreeMap<>();
        Stream.concat(orders.stream(), other.orders.stream())
                .forEach(order -> joined.merge(order.id().value(), order, OrderFlow::union));
        List<OrderFlow> flows = joined.values().stream()
                .sorted(Comparator.comparingLong(OrderFlow::heardOfAtMs))
                .toList();
        return new Moments(
                flows.subList(Math.max(0, flows.size() - MAX_ORDERS), flows.size()),
                later(lastPaid, other.lastPaid, Comparator.comparingLong(Payment::atMs)),
                later(
                        tier,
                        other.tier,
                        Comparator.comparingLong(TierStanding::sinceMs).thenComparing(TierStanding::name)),
                Stream.concat(spent.stream(), other.spent.stream())
                        .sorted(Comparator.comparing(Money::currency))
                        .reduce((one, more) -> one.plus(more).orElse(one)),
                Fact.union(moments, other.moments));
    }

    private static <T> Optional<T> later(Optional<T> one, Optional<T> other, Comparator<T> order) {
        return Stream.concat(one.stream(), other.stream()).max(order);
    }

    /** When the next review is due, epoch milliseconds. */
    OptionalLong nextReviewAtMs(long delayMs) {
        long nextMs = Long.MAX_VALUE;
        for (OrderFlow order : orders) {
            if (order.delivery().isPresent()) {
                nextMs = Math.min(nextMs, order.delivery().get().atMs() + delayMs);
            }
        }
        return nextMs == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(nextMs);
    }

    OrderFlow order(OrderId id) {
        return orders.stream()
                .filter(order -> order.id().equals(id))
                .findFirst()
                .orElseGet(() -> OrderFlow.of(id));
    }

    Moments with(OrderFlow changed) {
        List<OrderFlow> next = new ArrayList<>(orders);
        int place = -1;
        for (int i = 0; i < next.size(); i++) {
            place = next.get(i).id().equals(changed.id()) ? i : place;
        }
        if (place >= 0) {
            next.set(place, changed);
        } else {
            next.add(changed);
        }
        int excess = Math.max(0, next.size() - MAX_ORDERS);
        return new Moments(next.subList(excess, next.size()), lastPaid, tier, spent, moments);
    }

    Moments with(Payment payment) {
        return new Moments(orders, Optional.of(payment), tier, spent, moments);
    }

    Moments with(TierStanding standing) {
        return new Moments(orders, lastPaid, Optional.of(standing), spent, moments);
    }

    Moments spending(Money value) {
        Optional<Money> sum =
                spent.map(before -> before.plus(value).orElse(before)).or(() -> Optional.of(value));
        return new Moments(orders, lastPaid, tier, sum, moments);
    }

    Moments with(Moment next) {
        List<Moment> more = new ArrayList<>(moments);
        more.add(next);
        return with(more);
    }

    private Moments with(List<Moment> next) {
        return new Moments(orders, lastPaid, tier, spent, next);
    }
}
