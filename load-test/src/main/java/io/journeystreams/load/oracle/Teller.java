package io.journeystreams.load.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What one profile knows, and has told of alerts, while its part of the journal is read. */
final class Teller {
    private static final long NEVER_MS = Long.MAX_VALUE / 2;

    private final String profile;
    private final ShopRules rules;
    private final ToldAlerts published;
    private Map<String, Fact> known = new LinkedHashMap<>();
    private Map<Alert, Set<String>> told = new LinkedHashMap<>();
    private final List<ExpectedAlert> forgotten = new ArrayList<>();
    private final Set<String> customers = new HashSet<>();
    private long forgottenUntilMs = Long.MIN_VALUE;

    /** All that one profile gives to another. {@code told}: alerts, and who has told of them. */
    record Gift(Map<String, Fact> known, Map<Alert, Set<String>> told) {
        static final Gift NOTHING = new Gift(Map.of(), Map.of());
    }

    Teller(String profile, ShopRules rules, ToldAlerts published) {
        this.profile = profile;
        this.rules = rules;
        this.published = published;
    }

    /**
     * Everything falls due that what is known leaves due before then (T5). How long an alert waits for a backlog to be read is left
     * open: one that readers were told otherwise of has waited, and is told by what is known later.
     */
    void tellUntil(long untilMs) {
        tell(untilMs, published::tells);
    }

    private void tell(long untilMs, Predicate<Alert> isTold) {
        Optional<Alert> due = nextDue(untilMs, isTold);
        while (due.isPresent()) {
            told.put(due.get(), Set.of(profile));
            due = nextDue(untilMs, isTold);
        }
    }

    void hear(Fact fact) {
        if (fact.atMs() <= forgottenUntilMs) {
            return;
        }
        if (fact.type().equals("customer_erased")) {
            forget(fact.atMs());
        } else {
            known.putIfAbsent(fact.eventId(), fact);
        }
    }

    /** I4: a device gives what it has to the first customer who is seen on it. To another one, or again, it gives nothing. */
    Gift see(String customer, long atMs) {
        if (atMs <= forgottenUntilMs) {
            return Gift.NOTHING;
        }
        boolean isFirst = customers.isEmpty();
        customers.add(customer);
        return isFirst ? giveAll() : Gift.NOTHING;
    }

    Gift giveAll() {
        Gift gift = new Gift(known, told);
        known = new LinkedHashMap<>();
        told = new LinkedHashMap<>();
        return gift;
    }

    void adopt(Gift gift, long causedAtMs) {
        if (causedAtMs <= forgottenUntilMs) {
            return;
        }
        gift.known().forEach(known::putIfAbsent);
        gift.told().forEach((alert, by) -> told.merge(alert, both(by, Set.of(profile)), Teller::both));
    }

    void lose(String customer, long erasedAtMs) {
        customers.remove(customer);
        forgottenUntilMs = Math.max(forgottenUntilMs, erasedAtMs);
    }

    /** What it knows, in event-time order. */
    List<Fact> facts() {
        return known.values().stream().sorted(Facts.IN_ORDER).toList();
    }

    /** All alerts that there were, and how they ended by all that is known in the end. */
    List<ExpectedAlert> tellAll() {
        tell(NEVER_MS, published::knows);
        Map<Alert, End> ends = Story.ends(rules, facts(), List.copyOf(told.keySet()));
        Stream<ExpectedAlert> own = ends.entrySet().stream()
                .map(e -> new ExpectedAlert(e.getKey(), told.getOrDefault(e.getKey(), Set.of(profile)), e.getValue()));
        return Stream.concat(own, forgotten.stream()).toList();
    }

    private void forget(long atMs) {
        told.forEach((alert, by) -> forgotten.add(new ExpectedAlert(alert, by, End.ERASED)));
        told.clear();
        known.clear();
        forgottenUntilMs = atMs;
    }

    private Optional<Alert> nextDue(long untilMs, Predicate<Alert> isTold) {
        return Story.nextDue(rules, facts(), List.copyOf(told.keySet()), isTold, untilMs);
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
