package io.journeystreams.demo;

import io.journeystreams.contracts.AbandonmentEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The demo's own list of who bought what, and since when the broker holds the news: against it the reminders are checked. It
 * owes nothing to the processor. Safe for threads.
 */
public final class KnownPurchases {

    /**
     * News this young at the time of the reminder may still have been under way to the rules: no system knows what it has
     * not read yet.
     */
    static final Duration UNDER_WAY = Duration.ofSeconds(1);

    private final Map<String, Known> byProfile = new HashMap<>();

    private record Known(Purchase purchase, long heldSinceMs) {}

    /** @param heldSinceMs when the broker confirmed it, epoch milliseconds; the first news of an order counts */
    synchronized void add(Purchase purchase, long heldSinceMs) {
        byProfile.merge(
                purchase.profile(),
                new Known(purchase, heldSinceMs),
                (one, other) -> one.heldSinceMs() <= other.heldSinceMs() ? one : other);
    }

    /** Whether a reminder went out about something whose purchase the broker had held before. */
    synchronized boolean hadBought(AbandonmentEvent reminder) {
        Known known = byProfile.get(reminder.getProfile());
        return known != null
                && known.purchase().covers(reminder)
                && known.heldSinceMs() + UNDER_WAY.toMillis()
                        < reminder.getEmittedAt().toEpochMilli();
    }

    public synchronized int orders() {
        return byProfile.size();
    }
}
