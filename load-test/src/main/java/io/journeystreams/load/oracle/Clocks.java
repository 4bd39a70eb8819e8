package io.journeystreams.load.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When late news may have been known, if there is no journal to tell. What comes within the grace is known before the clock has passed it, for sure (T4). What
 * comes later finds a clock somewhere between its own time and that of its ingestion, less the grace; where, depends on what
 * else was going on, and the rules leave it open. It only matters which deadlines the clock had passed by then; so it is put behind each of them in turn. A clock never goes back, so what came later found it no earlier.
 *
 * <p>That two customers are one may be known before the clock has come to when it happened, and changes deadlines of before: all
 * that both did is one history from then on (I3).
 */
final class Clocks {
    private static final int MOST = 400;

    private final ShopRules rules;
    private final People people;
    private final ToldAlerts alerts;

    Clocks(ShopRules rules, People people, ToldAlerts alerts) {
        this.rules = rules;
        this.people = people;
        this.alerts = alerts;
    }

    /** At most 400 ways, those with late clocks first. */
    Stream<List<Known>> possible() {
        List<Fact> late = people.facts().stream()
                .filter(fact -> latestMs(fact) > earliestMs(fact))
                .sorted(Comparator.comparingLong(Fact::ingestedMs))
                .toList();
        List<Map<String, Long>> ways = new ArrayList<>();
        choose(late, 0, Long.MIN_VALUE, deadlines(), new HashMap<>(), ways);
        return ways.stream().map(this::known);
    }

    private NavigableSet<Long> deadlines() {
        TreeSet<Long> passed = new TreeSet<>();
        passed.add(Long.MIN_VALUE);
        alerts.deadlines(people).forEach(ms -> passed.add(ms + 1));
        for (Map<String, Long> extreme : List.of(Map.<String, Long>of(), latest())) {
            new Alerts(rules, alerts::knows)
                    .of(known(extreme))
                    .forEach(due -> passed.add(due.alert().deadlineMs() + 1));
        }
        return passed;
    }

    private Map<String, Long> latest() {
        Map<String, Long> latest = new HashMap<>();
        people.facts().forEach(fact -> latest.put(fact.eventId(), latestMs(fact)));
        return latest;
    }

    private void choose(
            List<Fact> late,
            int next,
            long atLeastMs,
            NavigableSet<Long> deadlines,
            Map<String, Long> chosen,
            List<Map<String, Long>> ways) {
        if (ways.size() >= MOST) {
            return;
        }
        if (next == late.size()) {
            ways.add(Map.copyOf(chosen));
            return;
        }
        Fact fact = late.get(next);
        for (long clockMs : clocks(fact, atLeastMs, deadlines)) {
            chosen.put(fact.eventId(), clockMs);
            choose(late, next + 1, clockMs, deadlines, chosen, ways);
            if (clockMs <= earliestMs(fact)) {
                break; // earlier makes no difference
            }
        }
        chosen.remove(fact.eventId());
    }

    /** Where the clock may have been, the latest first. */
    private List<Long> clocks(Fact fact, long atLeastMs, NavigableSet<Long> deadlines) {
        long latestMs = latestMs(fact);
        List<Long> clocks = new ArrayList<>(List.of(latestMs));
        clocks.addAll(deadlines.headSet(latestMs, false).descendingSet());
        return clocks.stream().filter(clockMs -> clockMs >= atLeastMs).toList();
    }

    private long latestMs(Fact fact) {
        return fact.ingestedMs() - rules.grace().toMillis();
    }

    /** Known sooner it makes no difference: what happens changes no deadline of before, unless it makes two histories one. */
    private static long earliestMs(Fact fact) {
        return fact.type().equals("customers_merged") ? Long.MIN_VALUE : fact.atMs();
    }

    private List<Known> known(Map<String, Long> clocks) {
        return people.facts().stream()
                .map(fact ->
                        new Known(fact, Math.max(earliestMs(fact), clocks.getOrDefault(fact.eventId(), fact.atMs()))))
                .toList();
    }
}
