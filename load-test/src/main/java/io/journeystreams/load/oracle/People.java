package io.journeystreams.load.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Customers and devices that have to do with each other, and with nobody else.
 *
 * @param facts theirs, in event-time order
 */
record People(List<Fact> facts) {

    People {
        facts = List.copyOf(facts);
    }

    /** @param facts everybody's, in event-time order */
    static List<People> among(List<Fact> facts) {
        Map<String, String> leaders = new HashMap<>();
        for (Fact fact : facts) {
            namedBy(fact).forEach(name -> join(leaders, fact.firstProfile(), name));
        }
        Map<String, List<Fact>> groups = new LinkedHashMap<>();
        for (Fact fact : facts) {
            groups.computeIfAbsent(leader(leaders, fact.firstProfile()), l -> new ArrayList<>())
                    .add(fact);
        }
        return groups.values().stream().map(People::new).toList();
    }

    /** Keys of all profiles that they may have. */
    Set<String> keys() {
        return facts.stream().flatMap(fact -> namedBy(fact).stream()).collect(Collectors.toSet());
    }

    /** What of a journal was told to them. */
    List<JournalNews> theirs(List<JournalNews> journal) {
        Set<String> keys = keys();
        return journal.stream().filter(news -> keys.contains(news.profile())).toList();
    }

    /**
     * What the clock had passed when news of them came is known without a journal: all of it came within the grace, and therefore before
     * the clock (T4). Of what is passed on from one profile to another it is not: that waits for whoever reads the first one's part of
     * the journal.
     */
    boolean leaveNothingOpen(Duration grace) {
        WhoIsWho people = new WhoIsWho(facts);
        return facts.stream()
                .allMatch(fact -> fact.ingestedMs() - fact.atMs() <= grace.toMillis()
                        && fact.firstProfile().equals(people.profileOf(fact.eventId())));
    }

    /** I8: what of them was known when that was heard of depends on which input was read first. */
    boolean haveSomebodyErased() {
        return facts.stream().anyMatch(fact -> fact.type().equals("customer_erased"));
    }

    private static List<String> namedBy(Fact fact) {
        List<String> names = new ArrayList<>(List.of(fact.firstProfile()));
        if (fact.device() != null) {
            names.add("a:" + fact.device());
        }
        if (fact.type().equals("customers_merged")) {
            names.add("c:" + fact.attributes().get("from"));
            names.add("c:" + fact.attributes().get("to"));
        }
        return names;
    }

    private static void join(Map<String, String> leaders, String one, String other) {
        leaders.put(leader(leaders, one), leader(leaders, other));
    }

    private static String leader(Map<String, String> leaders, String name) {
        String next = leaders.get(name);
        return next == null || next.equals(name) ? name : leader(leaders, next);
    }
}
