package io.journeystreams.load.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose each of these events is, as far as these events tell: rules I1 to I5 and I8, told in event-time order from the
 * beginning. It is asked again whenever more is known.
 */
final class WhoIsWho {
    private static final long SHARED_WITHIN_MS = 90L * 86_400_000;

    private final Map<String, List<Fact>> links = new HashMap<>();
    private final Map<String, String> mergedInto = new HashMap<>();
    private final Map<String, List<Fact>> factsByProfile = new LinkedHashMap<>();
    private final Map<String, String> profiles = new HashMap<>();
    private final Set<String> erased = new HashSet<>();
    private final List<Fact> learned = new ArrayList<>();

    /** @param facts in event-time order */
    WhoIsWho(List<Fact> facts) {
        for (Fact fact : facts) {
            learn(fact, facts);
        }
        for (Fact fact : facts) {
            if (!erased.contains(fact.eventId())) {
                String profile = owner(fact);
                profiles.put(fact.eventId(), profile);
                factsByProfile.computeIfAbsent(profile, p -> new ArrayList<>()).add(fact);
            }
        }
    }

    Owners owners() {
        return new Owners(factsByProfile);
    }

    /** Events by profile, each in event-time order. */
    Map<String, List<Fact>> profiles() {
        return factsByProfile;
    }

    /** Of an event that was forgotten with its customer, nobody's. */
    @Nullable
    String profileOf(String eventId) {
        return profiles.get(eventId);
    }

    private void learn(Fact fact, List<Fact> everything) {
        learned.add(fact);
        if (fact.device() != null && fact.customer() != null && !erased.contains(fact.eventId())) {
            links.computeIfAbsent(fact.device(), d -> new ArrayList<>()).add(fact);
        }
        if (fact.type().equals("customers_merged")) {
            merge(fact.attributes().get("from"), fact.attributes().get("to"));
        }
        if (fact.type().equals("customer_erased")) {
            forget(fact, everything);
        }
    }

    private void merge(@Nullable String from, @Nullable String to) {
        if (from == null || to == null || goesOnIn(to).equals(from)) {
            return;
        }
        mergedInto.put(from, to);
    }

    /** I8: what was theirs up to then, or known by then, is nobody's, and its links link nothing any more. */
    private void forget(Fact erasure, List<Fact> everything) {
        String profile = owner(erasure);
        List<Fact> gone = everything.stream()
                .filter(fact -> learned.contains(fact) || fact.ingestedMs() < erasure.ingestedMs())
                .filter(fact -> !erased.contains(fact.eventId()) && owner(fact).equals(profile))
                .toList();
        gone.forEach(fact -> erased.add(fact.eventId()));
        links.values().forEach(known -> known.removeAll(gone));
    }

    private String owner(Fact fact) {
        if (fact.customer() != null) {
            return "c:" + goesOnIn(fact.customer());
        }
        String only = fact.device() == null ? null : customerOfDevice(fact.device(), fact.atMs());
        return only == null ? fact.firstProfile() : "c:" + only;
    }

    /** I2 and I4: the customer of the device's first link, for what was done before a second customer was seen on it. */
    private @Nullable String customerOfDevice(String device, long atMs) {
        List<Fact> known = links.getOrDefault(device, List.of());
        String first = null;
        long lastMs = 0;
        for (Fact link : known) {
            String customer = goesOnIn(String.valueOf(link.customer()));
            if (first == null || link.atMs() - lastMs > SHARED_WITHIN_MS) {
                first = customer;
            }
            if (!first.equals(customer)) {
                return atMs < link.atMs() ? first : null;
            }
            lastMs = link.atMs();
        }
        return first;
    }

    private String goesOnIn(String customer) {
        String next = mergedInto.get(customer);
        return next == null ? customer : goesOnIn(next);
    }
}
