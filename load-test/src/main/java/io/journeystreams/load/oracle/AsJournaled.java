package io.journeystreams.load.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What people who have to do with each other know, and are told, where the journal says when each of their profiles heard of what:
 * each reads its own part, by its own clock (T4), and gives what it knows to the one in which it goes on (I3, I5).
 */
final class AsJournaled {
    private final ShopRules rules;
    private final ToldAlerts published;
    private final Map<InputPlace, Fact> facts;
    private final List<JournalNews> all;
    private final Map<String, List<JournalNews>> ahead = new LinkedHashMap<>();
    private final Map<String, Teller> tellers = new LinkedHashMap<>();
    private final Map<String, Teller.Gift> gifts = new HashMap<>();

    /**
     * @param published what readers were told
     * @param facts what the input records say; of an event that was sent twice both say the same
     * @param news theirs, each profile's in the order of its part of the journal
     */
    AsJournaled(ShopRules rules, ToldAlerts published, Map<InputPlace, Fact> facts, List<JournalNews> news) {
        this.rules = rules;
        this.published = published;
        this.facts = facts;
        this.all = news;
        news.forEach(one -> ahead.computeIfAbsent(one.profile(), profile -> new ArrayList<>())
                .add(one));
        readAll();
    }

    /** In the end. What was forgotten is nobody's (I8). */
    Owners owners() {
        Map<String, List<Fact>> known = new LinkedHashMap<>();
        tellers.forEach((profile, teller) -> known.put(profile, teller.facts()));
        known.values().removeIf(List::isEmpty);
        return new Owners(known);
    }

    /** All alerts that there have to be, and how they ended. */
    List<ExpectedAlert> alerts() {
        return tellers.values().stream()
                .flatMap(teller -> teller.tellAll().stream())
                .toList();
    }

    /** Where nobody hands over what somebody is said to have been given, it ends there. */
    private void readAll() {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = ahead.values().stream().map(this::read).toList().contains(true);
        }
    }

    /** As far as it goes before another profile has come to where it hands over. */
    private boolean read(List<JournalNews> ofProfile) {
        int before = ofProfile.size();
        while (!ofProfile.isEmpty() && isTaken(ofProfile.get(0))) {
            ofProfile.remove(0);
        }
        return ofProfile.size() < before;
    }

    private boolean isTaken(JournalNews news) {
        if (all.stream().anyMatch(later -> later.isPassedOn(news))) {
            return true;
        }
        if (news.content() instanceof JournalNews.HandOver handOver && !gifts.containsKey(handOver.id())) {
            return false;
        }
        Teller teller = tellers.computeIfAbsent(news.profile(), profile -> new Teller(profile, rules, published));
        teller.tellUntil(news.arrival().nothingOverFromMs());
        take(teller, news);
        return true;
    }

    private void take(Teller teller, JournalNews news) {
        if (news.content() instanceof JournalNews.Event event) {
            hear(teller, news.profile(), Objects.requireNonNull(facts.get(event.input())));
        } else if (news.content() instanceof JournalNews.Sighting seen) {
            Teller.Gift gift = teller.see(seen.customer(), seen.atMs());
            handedOver(news.profile(), seen.cause()).ifPresent(id -> gifts.putIfAbsent(id, gift));
        } else if (news.content() instanceof JournalNews.HandOver handOver) {
            teller.adopt(Objects.requireNonNull(gifts.get(handOver.id())), handOver.causedAtMs());
        } else if (news.content() instanceof JournalNews.Erasure erasure) {
            teller.lose(erasure.customer(), erasure.atMs());
        }
    }

    private void hear(Teller teller, String profile, Fact fact) {
        Optional<String> merged =
                fact.type().equals("customers_merged") ? handedOver(profile, fact.eventId()) : Optional.empty();
        merged.ifPresentOrElse(id -> gifts.putIfAbsent(id, teller.giveAll()), () -> teller.hear(fact));
    }

    /** Id of the hand-over that an event has led to. */
    private Optional<String> handedOver(String from, String cause) {
        return all.stream()
                .filter(news -> news.content() instanceof JournalNews.HandOver handOver
                        && handOver.from().equals(from)
                        && handOver.cause().equals(cause))
                .map(news -> ((JournalNews.HandOver) news.content()).id())
                .findFirst();
    }
}
