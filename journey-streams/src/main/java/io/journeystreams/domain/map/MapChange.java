package io.journeystreams.domain.map;

import io.journeystreams.domain.abandonment.AlertLedger;
import io.journeystreams.domain.abandonment.PublishedAlert;
import io.journeystreams.domain.fact.Fact;
import io.journeystreams.domain.fact.Told;
import io.journeystreams.domain.profile.ToldFacts;
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
        change.ofFacts(before.transitions(), after.transitions(), MapCounts::of);
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

    private <F extends Fact> void ofFacts(
            List<Told<F>> before, List<Told<F>> after, Function<F, List<MapCount>> meaning) {
        of(before, after, told -> told.fact().cause(), told -> told.stands() ? meaning.apply(told.fact()) : List.of());
    }

    /**
     * @param name tells versions of the same apart from others
     * @param meaning what a version counts
     */
    private <T> void of(
            List<T> before, List<T> after, Function<T, String> name, Function<? super T, List<MapCount>> meaning) {
        // mostly nothing has changed, and it is the same list
        if (before == after) {
            return;
        }
        Map<String, List<MapCount>> known = new HashMap<>();
        before.forEach(one -> known.put(name.apply(one), meaning.apply(one)));
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
