package io.journeystreams.domain.moment;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.OrderId;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How far an order has come.
 *
 * @param placedAtMs epoch milliseconds; likewise the others
 * @param delivery empty until it was delivered, and again when the moment for a review has passed
 * @param isClosed returned, taken back or reviewed: no review is asked for
 */
public record OrderFlow(
        OrderId id,
        OptionalLong placedAtMs,
        OptionalLong paidAtMs,
        OptionalLong shippedAtMs,
        Optional<Delivery> delivery,
        boolean isClosed) {

    /** The event that told of the delivery, and when it was, epoch milliseconds. */
    public record Delivery(EventId by, long atMs) {}

    static OrderFlow of(OrderId id) {
        return new OrderFlow(
                id, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), false);
    }

    /** When it was first heard of, epoch milliseconds. */
    long heardOfAtMs() {
        return LongStream.of(
                        placedAtMs.orElse(Long.MAX_VALUE),
                        paidAtMs.orElse(Long.MAX_VALUE),
                        shippedAtMs.orElse(Long.MAX_VALUE),
                        delivery.map(Delivery::atMs).orElse(Long.MAX_VALUE))
                .min()
                .getAsLong();
    }

    OrderFlow union(OrderFlow other) {
        boolean isOver = isClosed || other.isClosed;
        Optional<Delivery> first = Stream.concat(delivery.stream(), other.delivery.stream())
                .min(Comparator.comparingLong(Delivery::atMs)
                        .thenComparing(known -> known.by().value()));
        return new OrderFlow(
                id,
                earlier(placedAtMs, other.placedAtMs),
                earlier(paidAtMs, other.paidAtMs),
                earlier(shippedAtMs, other.shippedAtMs),
                isOver ? Optional.empty() : first,
                isOver);
    }

    private static OptionalLong earlier(OptionalLong one, OptionalLong other) {
        return LongStream.concat(one.stream(), other.stream()).min();
    }

    OrderFlow placedAt(long atMs) {
        OptionalLong at = placedAtMs.isPresent() ? placedAtMs : OptionalLong.of(atMs);
        return new OrderFlow(id, at, paidAtMs, shippedAtMs, delivery, isClosed);
    }

    OrderFlow paidAt(long atMs) {
        return new OrderFlow(id, placedAtMs, OptionalLong.of(atMs), shippedAtMs, delivery, isClosed);
    }

    OrderFlow shippedAt(long atMs) {
        return new OrderFlow(id, placedAtMs, paidAtMs, OptionalLong.of(atMs), delivery, isClosed);
    }

    OrderFlow with(Optional<Delivery> next) {
        return new OrderFlow(id, placedAtMs, paidAtMs, shippedAtMs, next, isClosed);
    }

    OrderFlow closed() {
        return new OrderFlow(id, placedAtMs, paidAtMs, shippedAtMs, Optional.empty(), true);
    }
}
