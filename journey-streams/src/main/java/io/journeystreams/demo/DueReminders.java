package io.journeystreams.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which reminders the shoppers' plans lead to, and which were sent. Safe for threads. */
final class DueReminders {

    /** A reminder comes this long after its deadline at the latest: news from the store that come late hold the clock for a while. */
    static final Duration SENT_WITHIN = Duration.ofSeconds(15);

    private final Map<String, Long> dueMs = new HashMap<>();
    private final Set<String> reminded = new HashSet<>();

    /**
     * Plans beside deeds.
     *
     * @param missing of those due, not sent
     * @param unexpected sent, and not due by any plan
     */
    record Result(int due, int missing, int unexpected) {}

    /** Whoever has not said who they are cannot be written to, whatever they leave behind. */
    synchronized void expect(Visit visit) {
        if (visit.shopper().customerId().isPresent()) {
            visit.reminderDueMs().ifPresent(due -> dueMs.put(visit.shopper().profile(), due));
        }
    }

    synchronized void sent(String profile) {
        reminded.add(profile);
    }

    /**
     * Compares the two; what has only just become due is left out.
     *
     * @param nowMs epoch milliseconds
     */
    synchronized Result compare(long nowMs) {
        List<String> due = dueMs.entrySet().stream()
                .filter(entry -> entry.getValue() + SENT_WITHIN.toMillis() < nowMs)
                .map(Map.Entry::getKey)
                .toList();
        int missing = (int)
                due.stream().filter(profile -> !reminded.contains(profile)).count();
        int unexpected = (int)
                reminded.stream().filter(profile -> !dueMs.containsKey(profile)).count();
        return new Result(due.size(), missing, unexpected);
    }
}
