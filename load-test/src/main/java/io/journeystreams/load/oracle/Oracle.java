package io.journeystreams.load.oracle;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Works out from the input log alone what must have been published, and compares. See the package for what it leaves open. */
public final class Oracle {
    private final ShopRules rules;
    private final List<Invariant> invariants;

    /** @param canaries addresses that may stand in {@code contact} and nowhere else */
    public Oracle(ShopRules rules, List<String> canaries) {
        this.rules = rules;
        this.invariants = List.of(
                new EachRevisionOnce(),
                new OneIdForEachCause(),
                new EndsOnlyWhatBegan(),
                new ActionsAreFacts(),
                new NoReminderForABuyer(rules),
                new NothingPersonal(canaries));
    }

    /**
     * All that is wrong with what was published, and what may be, by profile.
     *
     * @param log the committed input, all partitions, without what cannot be read
     * @param published read after the clock has passed every deadline
     */
    public Verdict compare(List<InputRecord> log, Published published) {
        List<Fact> facts = new Facts(rules).read(log);
        ToldSessions sessions = ToldSessions.of(published.sessions());
        ToldAlerts alerts = ToldAlerts.of(published.abandonment());
        ToldTransitions transitions = ToldTransitions.of(published.transitions());
        List<Difference> differences = new ArrayList<>();
        List<Difference> leftOpen = new ArrayList<>();
        invariants.forEach(invariant -> differences.addAll(invariant.broken(facts, published)));
        List<People> everybody = People.among(facts);
        for (People people : everybody) {
            List<Difference> ofWhatHappened = people.haveSomebodyErased() ? leftOpen : differences;
            ofWhatHappened.addAll(sessions(people, sessions));
            ofWhatHappened.addAll(transitions.differences(people, expectedTransitions(people)));
            (people.leaveNothingOpen(rules.grace()) ? differences : leftOpen).addAll(alerts(people, alerts));
        }
        long strict = everybody.stream()
                .filter(people -> people.leaveNothingOpen(rules.grace()))
                .count();
        return new Verdict(everybody.size(), Math.toIntExact(strict), differences, leftOpen);
    }

    private List<Difference> sessions(People people, ToldSessions told) {
        return best(Stream.of(true, false), split -> told.differences(people, expected(people, split)));
    }

    private List<Difference> alerts(People people, ToldAlerts told) {
        return best(
                new Clocks(rules, people, told).possible(),
                known -> told.differences(people, new Alerts(rules, told::knows).of(known)));
    }

    private List<ExpectedSession> expected(People people, boolean lateLogoutsSplit) {
        Sessions sessions = new Sessions(rules, lateLogoutsSplit);
        return new WhoIsWho(people.facts())
                .profiles().entrySet().stream()
                        .flatMap(e -> sessions.of(e.getKey(), e.getValue()).stream())
                        .toList();
    }

    /** Whenever the news came, late evidence is told again in event-time order (G7), so nothing is left open. */
    private static List<ExpectedTransition> expectedTransitions(People people) {
        return new WhoIsWho(people.facts())
                .profiles().entrySet().stream()
                        .flatMap(e -> Stages.of(e.getKey(), e.getValue()).stream())
                        .toList();
    }

    /** Of several courses that the rules allow, the one that was taken; or else the one that comes closest. */
    private static <T> List<Difference> best(Stream<T> courses, Function<T, List<Difference>> compared) {
        List<Difference> best = null;
        for (Iterator<T> course = courses.iterator(); course.hasNext(); ) {
            List<Difference> differences = compared.apply(course.next());
            if (best == null || differences.size() < best.size()) {
                best = differences;
            }
            if (best.isEmpty()) {
                return best;
            }
        }
        return best == null ? List.of() : best;
    }
}
