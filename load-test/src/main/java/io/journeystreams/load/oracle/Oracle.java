package io.journeystreams.load.oracle;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
     * All that is wrong with what was published, and what may be, by profile; without a journal.
     *
     * @param log the committed input, all partitions, without what cannot be read
     * @param published read after the clock has passed every deadline, and when no alert waits for a backlog any more (T5)
     */
    public Verdict compare(List<InputRecord> log, Published published) {
        return compare(log, List.of(), published);
    }

    /**
     * As {@link #compare(List, Published)}; where a journal says when what came to whom, nothing is left open.
     *
     * @param journal all of it, each partition in its order
     */
    public Verdict compare(List<InputRecord> log, List<JournalNews> journal, Published published) {
        List<Fact> facts = new Facts(rules).read(log);
        Map<InputPlace, Fact> byPlace = new Facts(rules).byPlace(log);
        Told told = Told.of(published);
        List<Difference> differences = new ArrayList<>();
        List<Difference> leftOpen = new ArrayList<>();
        invariants.forEach(invariant -> differences.addAll(invariant.broken(facts, published)));
        List<People> everybody = People.among(facts);
        int strict = 0;
        for (People people : everybody) {
            List<JournalNews> news = people.theirs(journal);
            if (news.isEmpty()) {
                compare(people, told, differences, leftOpen);
                strict += people.leaveNothingOpen(rules.grace()) ? 1 : 0;
            } else {
                differences.addAll(compare(people, told, new AsJournaled(rules, told.alerts(), byPlace, news)));
                strict++;
            }
        }
        return new Verdict(everybody.size(), strict, differences, leftOpen);
    }

    private record Told(ToldSessions sessions, ToldTransitions transitions, ToldAlerts alerts) {

        static Told of(Published published) {
            return new Told(
                    ToldSessions.of(published.sessions()),
                    ToldTransitions.of(published.transitions()),
                    ToldAlerts.of(published.abandonment()));
        }
    }

    /** Whose it is follows from the inputs alone, except where the journal decides what an erasure finds (I8). */
    private List<Difference> compare(People people, Told told, AsJournaled read) {
        Owners owners = people.haveSomebodyErased() ? read.owners() : new WhoIsWho(people.facts()).owners();
        List<Difference> differences = new ArrayList<>(whatHappened(people, told, owners));
        differences.addAll(told.alerts().differences(people, read.alerts()));
        return differences;
    }

    private void compare(People people, Told told, List<Difference> differences, List<Difference> leftOpen) {
        Owners owners = new WhoIsWho(people.facts()).owners();
        (people.haveSomebodyErased() ? leftOpen : differences).addAll(whatHappened(people, told, owners));
        (people.leaveNothingOpen(rules.grace()) ? differences : leftOpen).addAll(alerts(people, told.alerts()));
    }

    private List<Difference> whatHappened(People people, Told told, Owners owners) {
        List<Difference> differences = new ArrayList<>(best(Stream.of(true, false), split -> told.sessions()
                .differences(people, owners, expectedSessions(owners, split))));
        differences.addAll(told.transitions().differences(people, owners, expectedTransitions(owners)));
        return differences;
    }

    private List<Difference> alerts(People people, ToldAlerts told) {
        return best(
                new Clocks(rules, people, told).possible(),
                known -> told.differences(people, new Alerts(rules, told::knows).of(known)));
    }

    private List<ExpectedSession> expectedSessions(Owners owners, boolean lateLogoutsSplit) {
        Sessions sessions = new Sessions(rules, lateLogoutsSplit);
        return owners.profiles().entrySet().stream()
                .flatMap(e -> sessions.of(e.getKey(), e.getValue()).stream())
                .toList();
    }

    /** Whenever the news came, late evidence is told again in event-time order (G7), so nothing is left open. */
    private static List<ExpectedTransition> expectedTransitions(Owners owners) {
        return owners.profiles().entrySet().stream()
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
