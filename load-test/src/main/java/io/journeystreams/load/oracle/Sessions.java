package io.journeystreams.load.oracle;

import io.journeystreams.contracts.SessionEndReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rules S1 to S3: the interactive events of a profile on one device, cut where the distance is too large. What the outcome does
 * not depend on: when the events were heard of, whether a session was published before all of it was known, and under which id.
 */
final class Sessions {
    private final ShopRules rules;
    private final boolean lateLogoutsSplit;

    /** @param lateLogoutsSplit whether a logout that came when its session may have been closed counts as heard of before (S4) */
    Sessions(ShopRules rules, boolean lateLogoutsSplit) {
        this.rules = rules;
        this.lateLogoutsSplit = lateLogoutsSplit;
    }

    List<ExpectedSession> of(String profile, List<Fact> facts) {
        Map<String, List<Fact>> byDevice = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact.isInteractive() && !fact.tooLate()) {
                String device = fact.device() != null ? fact.device() : String.valueOf(fact.deviceKind());
                byDevice.computeIfAbsent(device, d -> new ArrayList<>()).add(fact);
            }
        }
        List<ExpectedSession> sessions = new ArrayList<>();
        byDevice.forEach((device, done) -> cut(profile, device, lateLogoutsSplit ? done : withoutLate(done), sessions));
        return sessions;
    }

    /** S4: a logout that is heard of when its session has gone on and was closed is not counted. */
    private List<Fact> withoutLate(List<Fact> done) {
        List<Fact> counted = new ArrayList<>();
        for (int i = 0; i < done.size(); i++) {
            boolean goesOn = i + 1 < done.size()
                    && done.get(i + 1).atMs() - done.get(i).atMs()
                            <= rules.sessionGap().toMillis();
            if (!goesOn || !isLateLogout(done.get(i))) {
                counted.add(done.get(i));
            }
        }
        return counted;
    }

    private boolean isLateLogout(Fact fact) {
        long lagMs = fact.ingestedMs() - fact.atMs();
        return fact.type().equals("logged_out") && lagMs > rules.sessionGap().toMillis();
    }

    private void cut(String profile, String device, List<Fact> done, List<ExpectedSession> sessions) {
        List<Fact> current = new ArrayList<>();
        for (Fact fact : done) {
            if (!current.isEmpty() && startsNew(current, fact)) {
                sessions.add(session(profile, device, current, why(current, fact)));
                current.clear();
            }
            current.add(fact);
        }
        SessionEndReason last = loggedOut(current) ? SessionEndReason.LOGOUT : SessionEndReason.INACTIVITY;
        sessions.add(session(profile, device, current, last));
    }

    private boolean startsNew(List<Fact> current, Fact next) {
        long lastMs = last(current).atMs();
        return next.atMs() != lastMs
                && (next.atMs() - lastMs > rules.sessionGap().toMillis()
                        || next.atMs() - current.get(0).atMs()
                                > rules.maxSessionLength().toMillis()
                        || loggedOut(current));
    }

    private SessionEndReason why(List<Fact> current, Fact next) {
        if (loggedOut(current)) {
            return SessionEndReason.LOGOUT;
        }
        boolean silent = next.atMs() - last(current).atMs() > rules.sessionGap().toMillis();
        return silent ? SessionEndReason.INACTIVITY : SessionEndReason.MAX_LENGTH;
    }

    private static boolean loggedOut(List<Fact> current) {
        return last(current).type().equals("logged_out");
    }

    private static ExpectedSession session(String profile, String device, List<Fact> facts, SessionEndReason why) {
        int views = (int) facts.stream()
                .filter(f -> f.type().equals("page_viewed") || f.type().equals("product_viewed"))
                .count();
        boolean converted = facts.stream().anyMatch(Fact::isPurchase);
        Set<String> profiles = facts.stream().map(Fact::firstProfile).collect(Collectors.toSet());
        profiles.add(profile);
        return new ExpectedSession(
                profiles,
                new ExpectedSession.Content(
                        device, facts.get(0).atMs(), last(facts).atMs(), facts.size(), views, converted, why));
    }

    private static Fact last(List<Fact> facts) {
        return facts.get(facts.size() - 1);
    }
}
