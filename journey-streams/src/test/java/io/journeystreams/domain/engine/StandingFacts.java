package io.journeystreams.domain.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.stage.Direction;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.Transition;
import io.journeystreams.mining.BatchGraph;
import io.journeystreams.mining.BatchGraph.Edge;
import io.journeystreams.mining.Trace;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What stands of published transitions of one customer, as a finished log. */
final class StandingFacts {

    private static final String DISCONTINUED = "DISCONTINUED";

    private final List<Transition> transitions;

    private StandingFacts(List<Transition> transitions) {
        this.transitions = transitions;
    }

    /** @param events all that there were */
    static StandingFacts of(List<CourseOutputs> told, List<JourneyEvent> events) {
        Map<String, Integer> places = new HashMap<>();
        events.stream()
                .sorted(JourneyEvent.ORDER)
                .forEach(event -> places.putIfAbsent(event.id().value(), places.size()));
        return new StandingFacts(CourseFacts.standing(told).values().stream()
                .filter(Transition.class::isInstance)
                .map(Transition.class::cast)
                .sorted(Comparator.comparingLong(Transition::atMs)
                        .thenComparing(move -> move.isTimed() ? -1 : placeOf(move, places)))
                .toList());
    }

    private static int placeOf(Transition move, Map<String, Integer> places) {
        return places.getOrDefault(move.by().value(), -1);
    }

    int size() {
        return transitions.size();
    }

    /** Missions by their id; of the lifecycle there is one case. */
    Map<String, List<Transition>> cases(Layer layer) {
        return transitions.stream()
                .filter(move -> move.layer() == layer)
                .collect(groupingBy(
                        move -> layer == Layer.MISSION
                                ? move.mission().orElseThrow().id("shop")
                                : "customer",
                        LinkedHashMap::new,
                        toList()));
    }

    BatchGraph graph(Layer layer) {
        return BatchGraph.of(cases(layer).entrySet().stream()
                .map(entry -> trace(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Trace trace(String id, List<Transition> moves) {
        return new Trace(
                id,
                moves.stream()
                        .map(move -> new Trace.Step(move.to(), move.atMs()))
                        .toList(),
                moves.get(0).from().isEmpty(),
                moves.stream().anyMatch(move -> move.layer() == Layer.MISSION && ends(move)));
    }

    static boolean ends(Transition move) {
        return move.goalReached() || move.to().equals(DISCONTINUED);
    }

    /** Moves by edge that lead into an activity of the same case again, or backward into one that it had skipped. */
    Map<Edge, Long> loops(Layer layer) {
        Map<Edge, Long> loops = new HashMap<>();
        for (List<Transition> moves : cases(layer).values()) {
            Set<String> visited = new HashSet<>();
            for (Transition move : moves) {
                boolean isAgain = layer == Layer.MISSION && visited.contains(move.to());
                if (isAgain || move.direction() == Direction.BACKWARD) {
                    loops.merge(new Edge(move.from().orElseThrow(), move.to()), 1L, Long::sum);
                }
                visited.add(move.to());
            }
        }
        return loops;
    }

    /** Sums by edge, ten-thousandths of a euro; the edge to the end has the value of the goal. */
    Map<Edge, Long> values(Layer layer) {
        Map<Edge, Long> values = new TreeMap<>(Comparator.comparing(Edge::from).thenComparing(Edge::to));
        for (List<Transition> moves : cases(layer).values()) {
            for (Transition move : moves) {
                String to = move.to().equals(DISCONTINUED) ? BatchGraph.END : move.to();
                add(values, new Edge(move.from().orElse(BatchGraph.START), to), move);
                if (layer == Layer.MISSION && move.goalReached()) {
                    add(values, new Edge(move.to(), BatchGraph.END), move);
                }
            }
        }
        return values;
    }

    private static void add(Map<Edge, Long> values, Edge edge, Transition move) {
        move.value()
                .filter(money -> money.tenThousandths() != 0)
                .ifPresent(money -> values.merge(edge, money.tenThousandths(), Long::sum));
    }
}
