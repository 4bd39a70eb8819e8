package io.journeystreams.domain.stage;

import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.OrderReversed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Goals that were reached and not taken back.
 *
 * @param count how many
 * @param lastId of the last one counted, if it had one
 * @param lastAtMs of the last one counted, epoch milliseconds; {@link Long#MIN_VALUE} if there was none
 * @param reversed orders taken back, the latest {@link #MAX_REVERSED}, so that none is taken back twice
 */
public record KeptOrders(int count, Optional<OrderId> lastId, long lastAtMs, List<OrderId> reversed) {

    public static final KeptOrders NONE = new KeptOrders(0, Optional.empty(), Long.MIN_VALUE, List.of());

    /** Reversed orders remembered. */
    static final int MAX_REVERSED = 20;

    /** Within this time a report without an order id is about the order before it, or after it. */
    private static final long SAME_ORDER_MS = Duration.ofHours(1).toMillis();

    public KeptOrders {
        reversed = List.copyOf(reversed);
    }

    /** The event reaches the goal, and no report before it told of the same. */
    boolean isNewGoal(Occasion occasion, StageModel model) {
        Occurrence occurrence = occasion.event().occurrence();
        return model.goal().events().contains(occurrence.type())
                && !occasion.repeatsOrder()
                && !isSameOrder(occurrence);
    }

    /** Payment and order often come as two events, of which one does not name the order. */
    private boolean isSameOrder(Occurrence occurrence) {
        boolean isClose = lastAtMs != Long.MIN_VALUE && Math.abs(occurrence.atMs() - lastAtMs) <= SAME_ORDER_MS;
        return isClose && (occurrence.orderId().isEmpty() || lastId.isEmpty());
    }

    KeptOrders union(KeptOrders other) {
        boolean isLater = lastAtMs > other.lastAtMs
                || (lastAtMs == other.lastAtMs
                        && lastId.map(OrderId::value)
                                        .orElse("")
                                        .compareTo(
                                                other.lastId.map(OrderId::value).orElse(""))
                                >= 0);
        List<OrderId> joined = Stream.concat(reversed.stream(), other.reversed.stream())
                .distinct()
                .sorted(Comparator.comparing(OrderId::value))
                .toList();
        return new KeptOrders(
                count + other.count,
                isLater ? lastId : other.lastId,
                Math.max(lastAtMs, other.lastAtMs),
                joined.subList(Math.max(0, joined.size() - MAX_REVERSED), joined.size()));
    }

    KeptOrders with(JourneyEvent goal) {
        return new KeptOrders(count + 1, goal.occurrence().orderId(), goal.atMs(), reversed);
    }

    /** Whole orders only: {@code partial: true} takes nothing back. */
    KeptOrders without(JourneyEvent event) {
        Occurrence occurrence = event.occurrence();
        boolean isPartial =
                occurrence.attribute("partial").map(Boolean::parseBoolean).orElse(false);
        boolean isKnown = occurrence.orderId().filter(reversed::contains).isPresent();
        if (!(event instanceof OrderReversed) || isPartial || isKnown || count == 0) {
            return this;
        }
        List<OrderId> next = new ArrayList<>(reversed);
        occurrence.orderId().ifPresent(next::add);
        return new KeptOrders(
                count - 1, lastId, lastAtMs, next.subList(Math.max(0, next.size() - MAX_REVERSED), next.size()));
    }
}
