package io.journeystreams.load.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The alerts of people who have to do with each other (one device, a merge), told as the clock comes along: between one piece of
 * news and the next everything falls due that these pieces leave due (T5), by the story as known then.
 */
final class Alerts {
    private static final long NEVER_MS = Long.MAX_VALUE / 2;

    private final ShopRules rules;
    private final Predicate<Alert> published;

    /** @param published whether anybody was ever told of an alert: only what readers know binds what is told later */
    Alerts(ShopRules rules, Predicate<Alert> published) {
        this.rules = rules;
        this.published = published;
    }

    List<ExpectedAlert> of(List<Known> everything) {
        List<Known> news = everything.stream().sorted(Known.ORDER).toList();
        List<Alert> told = new ArrayList<>();
        for (int i = 1; i <= news.size(); i++) {
            boolean isLast = i == news.size();
            boolean comesAlone = isLast || Known.ORDER.compare(news.get(i - 1), news.get(i)) != 0;
            if (comesAlone) {
                tellUntil(isLast ? NEVER_MS : news.get(i).fromMs(), facts(news.subList(0, i)), told);
            }
        }
        return ended(facts(news), told);
    }

    private static List<Fact> facts(List<Known> news) {
        return news.stream().map(Known::fact).sorted(Facts.IN_ORDER).toList();
    }

    private void tellUntil(long untilMs, List<Fact> facts, List<Alert> told) {
        WhoIsWho people = new WhoIsWho(facts);
        Optional<Alert> due = next(people, told, untilMs);
        while (due.isPresent()) {
            told.add(due.get());
            due = next(people, told, untilMs);
        }
    }

    private Optional<Alert> next(WhoIsWho people, List<Alert> told, long untilMs) {
        return people.profiles().entrySet().stream()
                .flatMap(e ->
                        Story.nextDue(rules, e.getValue(), ofProfile(e.getKey(), people, told), published, untilMs)
                                .stream())
                .min(Comparator.comparingLong(Alert::deadlineMs));
    }

    private static List<Alert> ofProfile(String profile, WhoIsWho people, List<Alert> told) {
        return told.stream()
                .filter(alert -> profile.equals(people.profileOf(alert.armedBy())))
                .toList();
    }

    /** By all that is known in the end: late news corrects an end that was told. */
    private List<ExpectedAlert> ended(List<Fact> facts, List<Alert> told) {
        WhoIsWho people = new WhoIsWho(facts);
        Map<Alert, End> ends = new LinkedHashMap<>();
        told.forEach(alert -> ends.put(alert, End.ERASED));
        people.profiles()
                .forEach((profile, own) -> ends.putAll(Story.ends(rules, own, ofProfile(profile, people, told))));
        return ends.entrySet().stream()
                .map(e -> new ExpectedAlert(e.getKey(), profiles(e.getKey(), facts, people), e.getValue()))
                .toList();
    }

    private static Set<String> profiles(Alert alert, List<Fact> facts, WhoIsWho people) {
        Set<String> profiles = new HashSet<>();
        for (Fact fact : facts) {
            if (fact.eventId().equals(alert.armedBy())) {
                profiles.add(fact.firstProfile());
                profiles.add(Objects.requireNonNullElse(people.profileOf(fact.eventId()), fact.firstProfile()));
            }
        }
        return profiles;
    }
}
