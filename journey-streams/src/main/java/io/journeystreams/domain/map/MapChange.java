package io.journeystreams.domain.map;

import io.journeystreams.domain.abandonment.AlertLedger;
import io.journeystreams.domain.abandonment.PublishedAlert;
import io.journeystreams.domain.fact.Fact;
import io.journeystreams.domain.fact.Told;
import io.journeystreams.domain.profile.ToldFacts;
import io.journeystreams.domain.stage.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How the map changes when readers are told something: what is new counts, and what does not stand any more is taken out. So
 * the map is always what the facts that stand add up to.
 */
public final class MapChange {

    private final List<MapCount> counts = new ArrayList<>();

    private MapChange() {}

    public static List<MapCount> between(
            ToldFacts before, ToldFacts after, AlertLedger alertsBefore, AlertLedger alertsAfter) {
        MapChange change = new MapChange();
        change.ofMoves(before.transitions(), after.transitions());
        change.ofFacts(before.moments(), after.moments(), MapCounts::of);
        change.ofFacts(before.frictions(), after.frictions(), MapCounts::of);
        change.of(before.churn(), after.churn(), told -> told.alert().cause(), MapCounts::of);
        change.of(
                alertsBefore.alerts(),
                alertsAfter.alerts(),
                (PublishedAlert alert) -> alert.id().value(),
                MapCounts::of);
        return List.copyOf(change.counts);
    }

    /** Moves of a mission count where it is known by now that it began: they change with the first move after its channel became known. */
    private void ofMoves(List<Told<Transition>> before, List<Told<Transition>> after) {
        if (before == after) {
            return;
        }
        int alike = alikeAtFirst(before, after);
        int from = MissionEntries.dependOn(after.subList(alike, after.size())) ? 0 : alike;
        List<Told<Transition>> movesBefore = before.subList(from, before.size());
        List<Told<Transition>> moves = after.subList(from, after.size());
        MissionEntries entriesBefore = MissionEntries.of(movesBefore);
        MissionEntries entries = MissionEntries.of(moves);
        compare(
                movesBefore,
                moves,
                told -> told.fact().cause(),
                told -> ofStanding(told, move -> MapCounts.of(entriesBefore.complete(move))),
                told -> ofStanding(told, move -> MapCounts.of(entries.complete(move))));
    }

    /** How many they begin with that are the same objects: mostly all that were there before. */
    @SuppressWarnings("ReferenceEquality")
    private static <T> int alikeAtFirst(List<T> before, List<T> after) {
        int most = Math.min(before.size(), after.size());
        int alike = 0;
        while (alike < most && before.get(alike) == after.get(alike)) {
            alike++;
        }
        return alike;
    }

    private <F extends Fact> void ofFacts(
            List<Told<F>> before, List<Told<F>> after, Function<F, List<MapCount>> meaning) {
        of(before, after, told -> told.fact().cause(), told -> ofStanding(told, meaning));
    }

    private static <F extends Fact> List<MapCount> ofStanding(Told<F> told, Function<F, List<MapCount>> meaning) {
        return told.stands() ? meaning.apply(told.fact()) : List.of();
    }

    /**
     * @param name tells versions of the same apart from others
     * @param meaning what a version counts
     */
    private <T> void of(List<T> before, List<T> after, Function<T, String> name, Function<T, List<MapCount>> meaning) {
        // mostly nothing has changed, and it is the same list
        if (before == after) {
            return;
        }
        int alike = alikeAtFirst(before, after);
        compare(before.subList(alike, before.size()), after.subList(alike, after.size()), name, meaning, meaning);
    }

    /** @param meaningBefore what a version counted */
    private <T> void compare(
            List<T> before,
            List<T> after,
            Function<T, String> name,
            Function<T, List<MapCount>> meaningBefore,
            Function<T, List<MapCount>> meaning) {
        Map<String, List<MapCount>> known = new HashMap<>();
        before.forEach(one -> known.put(name.apply(one), meaningBefore.apply(one)));
        for (T one : after) {
            List<MapCount> now = meaning.apply(one);
            List<MapCount> earlier = known.getOrDefault(name.apply(one), List.of());
            if (!now.equals(earlier)) {
                earlier.forEach(count -> counts.add(count.negated()));
                counts.addAll(now);
            }
        }
    }
}
