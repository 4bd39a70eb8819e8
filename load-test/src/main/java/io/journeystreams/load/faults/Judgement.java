package io.journeystreams.load.faults;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.load.generator.Canary;
import io.journeystreams.load.oracle.Difference;
import io.journeystreams.load.oracle.InputRecord;
import io.journeystreams.load.oracle.Oracle;
import io.journeystreams.load.oracle.ShopRules;
import io.journeystreams.load.oracle.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checks that are made on an {@link Outcome}. */
final class Judgement {

    private final Outcome outcome;

    Judgement(Outcome outcome) {
        this.outcome = outcome;
    }

    /** @param taken records that the broker has acknowledged */
    Check nothingSentIsLost(int taken) {
        int found = outcome.inputs();
        return new Check(
                "what the broker took is there",
                taken + " records taken",
                found == taken ? List.of() : List.of(found + " are in the topics"));
    }

    Check everyInputIsAccountedFor() {
        Map<Position, Integer> seen = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        outcome.journaled().forEach(position -> seen.merge(position, 1, Integer::sum));
        deadInputs().forEach(position -> seen.merge(position, 1, Integer::sum));
        List<String> findings = new ArrayList<>();
        inputs().forEach(position -> {
            int times = seen.getOrDefault(position, 0);
            if (times != 1) {
                findings.add(position + " is in the journal or the dead letters " + times + " times");
            }
        });
        return new Check(
                "every input is journaled or a dead letter, and once",
                outcome.inputs() + " inputs, " + outcome.journaled().size() + " journaled, "
                        + outcome.deadLetters().size() + " dead letters",
                findings);
    }

    /** An absent registry, a killed thread or a fence make no dead letters: what is there is bad, and all that is bad. */
    Check deadLettersAreTheUnreadable() {
        Set<Position> dead = new HashSet<>(deadInputs());
        List<String> findings = new ArrayList<>();
        Set<Position> bad = new HashSet<>(outcome.unreadable());
        outcome.readable().stream()
                .filter(Judgement::isNobodys)
                .map(Judgement::position)
                .forEach(bad::add);
        outcome.deadLetters().stream()
                .filter(letter -> !bad.contains(letter.position()))
                .forEach(letter ->
                        findings.add(letter.position() + " can be used, and is a dead letter: " + letter.reason()));
        bad.stream()
                .filter(position -> !dead.contains(position))
                .forEach(position -> findings.add(position + " cannot be used, and is no dead letter"));
        String reasons = outcome.deadLetters().stream()
                .collect(Collectors.groupingBy(DeadLetter::reason, TreeMap::new, Collectors.counting()))
                .toString();
        return new Check("dead letters are what cannot be used", bad.size() + " bad inputs " + reasons, findings);
    }

    Check nothingIsPublishedTwice() {
        List<String> findings = new ArrayList<>();
        outcome.ids().forEach((topic, ids) -> repeated(ids).forEach(id -> findings.add(topic + ": " + id)));
        int count = outcome.ids().values().stream().mapToInt(List::size).sum();
        return new Check("no id is published twice", count + " outputs", findings);
    }

    Check noBuyerIsReminded() {
        BuyersAlerted buyers = new BuyersAlerted(outcome.readable());
        List<AbandonmentEvent> all = Stream.concat(
                        outcome.published().abandonment().stream(), outcome.published().actions().stream())
                .toList();
        return new Check(
                "no alert stands about what was bought",
                outcome.published().abandonment().size() + " facts, "
                        + outcome.published().actions().size() + " actions",
                buyers.among(all));
    }

    /** What was published is what the inputs demand, worked out anew from the rules and from when the journal told it to whom. */
    Check theOracleAgrees(ShopRules rules) {
        Verdict verdict = new Oracle(rules, List.of(Canary.EMAIL, Canary.PHONE))
                .compare(outcome.readable(), outcome.news(), outcome.published());
        return new Check(
                "the oracle agrees",
                outcome.published().sessions().size() + " sessions, "
                        + outcome.published().abandonment().size() + " facts; "
                        + verdict.strict() + " of " + verdict.people() + " people strictly, of the others "
                        + verdict.leftOpen().size() + " differences left open",
                verdict.differences().stream().map(Difference::toString).toList());
    }

    /** A run in which nothing happens proves nothing. */
    Check somethingHappened() {
        List<String> findings = new ArrayList<>();
        ShopTopics.NEVER_EMPTY.stream()
                .filter(topic -> outcome.ids().getOrDefault(topic, List.of()).isEmpty())
                .forEach(topic -> findings.add("nothing was published to " + topic));
        String counts = outcome.ids().entrySet().stream()
                .map(topic -> topic.getKey().replace("journey.", "") + " "
                        + topic.getValue().size())
                .collect(Collectors.joining(", "));
        return new Check("something happened", counts, findings);
    }

    Check transactionsHaveEnded() {
        return new Check(
                "no transaction is left open",
                "all topics",
                outcome.openTransactions() == 0
                        ? List.of()
                        : List.of(outcome.openTransactions() + " records cannot be read"));
    }

    /** @param logs everything that processors and broker have printed */
    Check nobodyIsNamed(Collection<Path> logs, Collection<String> pages) {
        List<String> findings = new ArrayList<>();
        logs.stream().filter(log -> isMarked(text(log))).forEach(log -> findings.add("the log " + log.getFileName()));
        pages.stream().filter(Judgement::isMarked).forEach(page -> findings.add("a page of an instance"));
        outcome.deadLetters().stream()
                .filter(letter -> isMarked(letter.headers()))
                .forEach(letter -> findings.add("headers of the dead letter of " + letter.position()));
        long marked = outcome.readable().stream()
                .filter(input -> isMarked(input.event().toString()))
                .count();
        return new Check(
                "no address in logs, pages and headers",
                marked + " inputs with an address, " + logs.size() + " logs, " + pages.size() + " pages",
                findings);
    }

    /** Of the CRM's events those are refused that name no customer, or something that is no identity (I7). */
    private static boolean isNobodys(InputRecord input) {
        return input.event() instanceof CrmEvent told
                && (told.getCustomerId() == null || told.getCustomerId().equals("undefined"));
    }

    private static boolean isMarked(String text) {
        return text.contains(Canary.EMAIL) || text.contains(Canary.PHONE);
    }

    private Stream<Position> inputs() {
        return Stream.concat(outcome.readable().stream().map(Judgement::position), outcome.unreadable().stream());
    }

    private List<Position> deadInputs() {
        return outcome.deadLetters().stream()
                .map(DeadLetter::position)
                .filter(position -> ShopTopics.INPUTS.contains(position.topic()))
                .toList();
    }

    private static Position position(InputRecord input) {
        return new Position(input.topic(), input.partition(), input.offset());
    }

    private static List<String> repeated(List<String> ids) {
        Set<String> once = new HashSet<>();
        return ids.stream().filter(id -> !once.add(id)).toList();
    }

    private static String text(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }
}
