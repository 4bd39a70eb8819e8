package io.journeystreams.demo;

import io.journeystreams.contracts.AbandonmentEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The demo's own list of who bought what, and since when the broker holds the news: against it the reminders are checked. It
 * owes nothing to the processor. Nobody puts into a cart what they have bought before. Safe for threads.
 */
public final class KnownPurchases {

    /**
     * News this young at the time of the reminder may still have been under way to the rules: no system knows what it has
     * not read yet.
     */
    static final Duration UNDER_WAY = Duration.ofSeconds(1);

    private final Map<String, Map<String, Known>> ordersByProfile = new HashMap<>();

    private record Known(Purchase purchase, long heldSinceMs) {}

    /** @param heldSinceMs when the broker confirmed it, epoch milliseconds; the first news of an order counts */
    synchronized void add(Purchase purchase, long heldSinceMs) {
        ordersByProfile
                .computeIfAbsent(purchase.profile(), profile -> new HashMap<>())
                .merge(
                        purchase.orderId(),
                        new Known(purchase, heldSinceMs),
                        (one, other) -> one.heldSinceMs() <= other.heldSinceMs() ? one : other);
    }

    /** Whether a reminder went out about something whose purchase the broker had held before. */
    synchronized boolean hadBought(AbandonmentEvent reminder) {
        long sentMs = reminder.getEmittedAt().toEpochMilli();
        return ordersByProfile.getOrDefault(reminder.getProfile(), Map.of()).values().stream()
                .filter(known -> known.heldSinceMs() + UNDER_WAY.toMillis() < sentMs)
                .anyMatch(known -> known.purchase().covers(reminder));
    }

    public synchronized int orders() {
        return ordersByProfile.values().stream().mapToInt(Map::size).sum();
    }
}
