package io.journeystreams.domain.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.abandonment.AlertLedger;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.fact.Told;
import io.journeystreams.domain.profile.ToldFacts;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.Direction;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.Segment;
import io.journeystreams.domain.stage.Transition;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule M1: the map is always what the facts that stand add up to, however they came to stand. */
class MapChangeTest {

    private static final long T = 1_772_000_000_000L;
    private static final Layer[] LAYERS = Layer.values();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void changesAddUpToWhatStands(long seed) {
        Random random = new Random(seed);
        List<Told<Transition>> told = List.of();
        Map<List<Object>, Integer> map = new HashMap<>();
        for (int step = 0; step < 150; step++) {
            List<Told<Transition>> next = changed(told, step, random);
            add(map, between(told, next));
            told = next;

            Map<List<Object>, Integer> whole = new HashMap<>();
            add(whole, between(List.of(), told));
            assertThat(map).as("step %d", step).isEqualTo(whole);
        }
        assertThat(map).hasSizeGreaterThan(20);
    }

    /** Mostly a move is added at the end; some are said otherwise, or do not stand any more. */
    private static List<Told<Transition>> changed(List<Told<Transition>> told, int step, Random random) {
        List<Told<Transition>> next = new ArrayList<>(told);
        int what = random.nextInt(10);
        int place = told.isEmpty() ? 0 : random.nextInt(told.size());
        if (what < 6 || told.isEmpty()) {
            next.add(new Told<>(move(step, random), 1, true));
        } else if (what < 8) {
            next.set(
                    place,
                    new Told<>(told.get(place).fact(), 2, !told.get(place).stands()));
        }
        return List.copyOf(next);
    }

    /** The first moves of a mission name no channel; one of those that follow does, and never another one. */
    private static Transition move(int step, Random random) {
        int mission = step / 8;
        boolean isKnown = step % 8 > 3 && random.nextBoolean();
        MissionMark mark = new MissionMark(
                new EventId("m" + mission),
                mission,
                isKnown ? Optional.of(mission % 2 == 0 ? Channel.EMAIL : Channel.SOCIAL) : Optional.empty(),
                Optional.of("ios"),
                Segment.CUSTOMER);
        return new Transition(
                LAYERS[random.nextInt(LAYERS.length)],
                Optional.of("A"),
                "B" + random.nextInt(3),
                Direction.FORWARD,
                T + step,
                "rule",
                List.of(new EventId("e" + step)),
                OptionalLong.of(1_000),
                1,
                Optional.of(mark),
                Optional.of(Channel.DIRECT),
                Optional.of("desktop"),
                Optional.empty(),
                true,
                false,
                false,
                Optional.empty(),
                false);
    }

    private static List<MapCount> between(List<Told<Transition>> before, List<Told<Transition>> after) {
        return MapChange.between(told(before), told(after), AlertLedger.EMPTY, AlertLedger.EMPTY);
    }

    private static ToldFacts told(List<Told<Transition>> transitions) {
        return new ToldFacts(transitions, List.of(), List.of(), List.of(), List.of());
    }

    private static void add(Map<List<Object>, Integer> map, List<MapCount> counts) {
        for (MapCount count : counts) {
            map.merge(List.of(count.atMs(), count.slice(), count.line()), count.count(), Integer::sum);
        }
        map.values().removeIf(count -> count == 0);
    }
}
