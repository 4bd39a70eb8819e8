package io.journeystreams.demo;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which reminders the shoppers' plans lead to, and which were sent. Safe for threads. */
final class DueReminders {

    /** A reminder comes this long after its deadline at the latest: news from the store that come late hold the clock for a while. */
    static final Duration SENT_WITHIN = Duration.ofSeconds(15);

    private final Map<String, Long> dueMs = new HashMap<>();
    private final Set<String> reminded = new HashSet<>();
    private final Set<String> withheld = new HashSet<>();

    /**
     * Plans beside deeds.
     *
     * @param withheld of those due, not sent because they belong to the control group (rule A15)
     * @param missing of those due, neither sent nor withheld
     * @param unexpected sent, and not due by any plan
     */
    record Result(int due, int withheld, int missing, int unexpected) {}

    /** Whoever has not said who they are cannot be written to, whatever they leave behind. */
    synchronized void expect(Visit visit) {
        if (visit.shopper().customerId().isPresent()) {
            visit.reminderDueMs().ifPresent(due -> dueMs.put(visit.shopper().profile(), due));
        }
    }

    synchronized void sent(String profile) {
        reminded.add(profile);
    }

    synchronized void withheld(String profile) {
        withheld.add(profile);
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
        return new Result(
                due.size(),
                count(due, withheld::contains),
                count(due, profile -> !reminded.contains(profile) && !withheld.contains(profile)),
                count(reminded, profile -> !dueMs.containsKey(profile)));
    }

    private static int count(Collection<String> profiles, Predicate<String> which) {
        return (int) profiles.stream().filter(which).count();
    }
}
