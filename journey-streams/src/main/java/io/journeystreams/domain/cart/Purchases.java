package io.journeystreams.domain.cart;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.OrderPlaced;
import io.journeystreams.domain.event.PaymentSucceeded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The orders of a customer, each once, whichever source told of it (rules A5, T8).
 *
 * @param recent orders of the last {@link #REMEMBERED}
 * @param count all orders
 * @param reversed of these, cancelled or refunded
 * @param forgottenUntilMs event time of the latest order that was forgotten before {@link #REMEMBERED} was over because there
 *     were more than {@link #MAX_ORDERS}, epoch milliseconds; {@link #NONE_FORGOTTEN} if none was
 */
public record Purchases(List<Purchase> recent, long count, long reversed, long forgottenUntilMs) {

    /** Every order of the last {@link #REMEMBERED} is remembered. */
    public static final long NONE_FORGOTTEN = Long.MIN_VALUE;

    public static final Purchases NONE = new Purchases(List.of(), 0, 0, NONE_FORGOTTEN);

    /**
     * Orders remembered; beyond, the oldest are forgotten. A forgotten order that is told of again counts as a new one: it takes
     * more out of carts and closes more, and waits for no payment ({@link #mayBeForgotten}), so that nobody is reminded for it.
     */
    public static final int MAX_ORDERS = 500;

    private static final String PAYMENT_STATUS = "payment_status";
    private static final Set<String> PENDING = Set.of("pending", "unpaid", "awaiting_payment", "on_hold");
    private static final Set<String> PAID = Set.of("paid", "captured", "settled");

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
    public record Purchase(Optional<OrderId> orderId, EventId eventId, long atMs, boolean isValued, Standing standing) {

        private boolean isSameAs(Purchase other) {
            return eventId.equals(other.eventId) || (orderId.isPresent() && orderId.equals(other.orderId));
        }

        private boolean isReversed() {
            return standing == Standing.REVERSED;
        }

        /** The further of the two standings: later ones come later in the enum. */
        private Purchase joined(Purchase other) {
            Purchase first = atMs <= other.atMs ? this : other;
            Standing further = standing.compareTo(other.standing) >= 0 ? standing : other.standing;
            return new Purchase(first.orderId, first.eventId, first.atMs, isValued || other.isValued, further);
        }

        private Purchase valued() {
            return new Purchase(orderId, eventId, atMs, true, standing);
        }

        private Purchase standing(Standing next) {
            return new Purchase(orderId, eventId, atMs, isValued, next);
        }
    }

    /** Where an order stands, as far as any source has told. */
    public enum Standing {
        PLACED,
        PAID,
        /** Cancelled or refunded. */
        REVERSED
    }

    /** Placed, and to be paid later. */
    public static boolean saysPending(JourneyEvent order) {
        return order instanceof OrderPlaced && hasStatus(order, PENDING);
    }

    /** Paid by now. */
    public static boolean saysPaid(JourneyEvent order) {
        return order instanceof PaymentSucceeded
                || (order instanceof OrderPlaced
                        && (order.occurrence().type().equals("order_paid") || hasStatus(order, PAID)));
    }

    private static boolean hasStatus(JourneyEvent order, Set<String> words) {
        return order.occurrence()
                .attribute(PAYMENT_STATUS)
                .filter(status -> words.contains(status.strip().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /**
     * The orders after one more report of an order.
     *
     * @param newValue the order's total, told for the first time
     */
    public record Step(Purchases purchases, Optional<Money> newValue) {}

    public Step step(JourneyEvent order) {
        Optional<Money> total = order.occurrence().total();
        Optional<Purchase> known = find(order);
        if (known.isEmpty()) {
            return new Step(with(told(order)), total);
        }
        Purchases next = known.get().standing() == Standing.PLACED && saysPaid(order)
                ? replacing(known.get(), known.get().standing(Standing.PAID))
                : this;
        if (known.get().isValued() || total.isEmpty()) {
            return new Step(next, Optional.empty());
        }
        Purchase current = next.find(order).orElseThrow();
        return new Step(next.replacing(current, current.valued()), total);
    }

    /** A cancellation or refund; of an order that is not known any more it changes nothing. */
    public Purchases reverse(JourneyEvent reversal) {
        Optional<Purchase> known = find(reversal).filter(purchase -> purchase.standing() != Standing.REVERSED);
        return known.map(purchase -> replacing(purchase, purchase.standing(Standing.REVERSED)))
                .map(next -> new Purchases(next.recent, count, reversed + 1, forgottenUntilMs))
                .orElse(this);
    }

    /** There is nothing left to pay. */
    public boolean isDone(JourneyEvent order) {
        return find(order)
                .filter(purchase -> purchase.standing() != Standing.PLACED)
                .isPresent();
    }

    /** Nothing if it is not known, or not any more. */
    public Optional<Standing> standingOf(OrderId order) {
        return recent.stream()
                .filter(purchase -> purchase.orderId().equals(Optional.of(order)))
                .map(Purchase::standing)
                .findFirst();
    }

    /** An order that was not cancelled or refunded. */
    public boolean hasKept() {
        return count > reversed;
    }

    boolean isKnown(JourneyEvent order) {
        return find(order).isPresent();
    }

    /** When the order was first told of, epoch milliseconds: later reports of it are no later purchase (rule T8). */
    long placedAtMs(JourneyEvent order) {
        return find(order)
                .map(purchase -> Math.min(purchase.atMs(), order.atMs()))
                .orElse(order.atMs());
    }

    /** The orders of two profiles, each once. */
    public Purchases union(Purchases other) {
        List<Purchase> joined = new ArrayList<>(recent);
        long known = 0;
        long reversedTwice = 0;
        for (Purchase purchase : other.recent) {
            Optional<Purchase> same = joined.stream().filter(purchase::isSameAs).findFirst();
            if (same.isPresent()) {
                known++;
                reversedTwice += same.get().isReversed() && purchase.isReversed() ? 1 : 0;
                joined.set(joined.indexOf(same.get()), same.get().joined(purchase));
            } else {
                joined.add(purchase);
            }
        }
        return new Purchases(
                        joined,
                        count + other.count - known,
                        reversed + other.reversed - reversedTwice,
                        Math.max(forgottenUntilMs, other.forgottenUntilMs))
                .keeping(MAX_ORDERS);
    }

    public boolean hasSeen(EventId event) {
        for (Purchase purchase : recent) {
            if (purchase.eventId().equals(event)) {
                return true;
            }
        }
        return false;
    }

    public OptionalLong lastAtMs() {
        return recent.stream().mapToLong(Purchase::atMs).max();
    }

    /** When the last of the orders between two times was placed, both included, epoch milliseconds. */
    public OptionalLong lastWithin(long fromMs, long untilMs) {
        return recent.stream()
                .mapToLong(Purchase::atMs)
                .filter(atMs -> atMs >= fromMs && atMs <= untilMs)
                .max();
    }

    public Purchases forgetBefore(long ms) {
        return new Purchases(
                recent.stream().filter(purchase -> purchase.atMs() >= ms).toList(),
                count,
                reversed,
                forgottenUntilMs < ms ? NONE_FORGOTTEN : forgottenUntilMs);
    }

    /** The latest orders. */
    public Purchases keeping(int most) {
        if (recent.size() <= most) {
            return this;
        }
        List<Purchase> ordered =
                recent.stream().sorted(Comparator.comparingLong(Purchase::atMs)).toList();
        int excess = ordered.size() - most;
        long untilMs = Math.max(forgottenUntilMs, ordered.get(excess - 1).atMs());
        return new Purchases(ordered.subList(excess, ordered.size()), count, reversed, untilMs);
    }

    /** This may be one more report of an order that was forgotten early: whether it was paid is not known. */
    public boolean mayBeForgotten(JourneyEvent order) {
        return forgottenUntilMs != NONE_FORGOTTEN && order.atMs() - REMEMBERED.toMillis() <= forgottenUntilMs;
    }

    private static Purchase told(JourneyEvent order) {
        return new Purchase(
                order.occurrence().orderId(),
                order.id(),
                order.atMs(),
                order.occurrence().total().isPresent(),
                saysPaid(order) ? Standing.PAID : Standing.PLACED);
    }

    private Optional<Purchase> find(JourneyEvent order) {
        Purchase told = told(order);
        for (Purchase known : recent) {
            if (told.isSameAs(known)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private Purchases with(Purchase purchase) {
        List<Purchase> next = new ArrayList<>(recent);
        next.add(purchase);
        return new Purchases(next, count + 1, reversed, forgottenUntilMs).keeping(MAX_ORDERS);
    }

    private Purchases replacing(Purchase known, Purchase changed) {
        List<Purchase> next = new ArrayList<>(recent);
        next.set(recent.indexOf(known), changed);
        return new Purchases(next, count, reversed, forgottenUntilMs);
    }
}
