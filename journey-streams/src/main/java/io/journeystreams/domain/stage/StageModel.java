package io.journeystreams.domain.stage;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The stages of a shop's customers, as data (rule G1).
 *
 * @param stages from the lowest to the highest
 * @param goal what a mission is for
 * @param edges moves that a conforming journey makes, by the stage that they start from
 * @param churnedBy types of event by which a customer leaves (rule G6)
 */
public record StageModel(
        String name, List<Stage> stages, Goal goal, Map<String, Set<String>> edges, Set<String> churnedBy) {

    /** A mission that fell silent. */
    public static final String DISCONTINUED = "DISCONTINUED";
    /** A mission whose goal was reached, where the goal has no stage of its own. */
    public static final String COMPLETED = "COMPLETED";
    /** A customer who is at risk not to come back (rule G6). */
    public static final String LAPSED = "LAPSED";
    /** A customer who has left. */
    public static final String CHURNED = "CHURNED";
    /** A customer who had left and bought again. */
    public static final String REACTIVATED = "REACTIVATED";

    private static final Set<String> RESERVED = Set.of(DISCONTINUED, COMPLETED, LAPSED, CHURNED, REACTIVATED);
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");
    /** Visited stages are kept as bits. */
    private static final int MAX_STAGES = 30;

    /** @throws IllegalArgumentException that says what is wrong, if the table contradicts itself */
    public StageModel {
        stages = List.copyOf(stages);
        edges = Map.copyOf(edges);
        churnedBy = Set.copyOf(churnedBy);
        if (stages.isEmpty() || stages.size() > MAX_STAGES) {
            throw new IllegalArgumentException("a model has from 1 to " + MAX_STAGES + " stages: " + stages.size());
        }
        Set<String> names = new HashSet<>();
        Set<String> rules = new HashSet<>();
        for (Stage stage : stages) {
            if (!names.add(stage.name())) {
                throw new IllegalArgumentException("two stages have the name " + stage.name());
            }
            for (EvidenceRule rule : stage.entry()) {
                if (!rules.add(rule.name())) {
                    throw new IllegalArgumentException("two rules have the name " + rule.name());
                }
            }
        }
        for (Layer layer : Layer.OF_STAGES) {
            if (stages.stream().noneMatch(stage -> stage.isIn(layer))) {
                throw new IllegalArgumentException("no stage is in the layer " + layer);
            }
        }
        goal.stage().ifPresent(stage -> requireKnown(names, "goal", stage));
        edges.forEach((from, targets) -> {
            requireKnown(names, "edges", from);
            targets.forEach(to -> requireKnown(names, "edges", to));
        });
    }

    private static void requireKnown(Set<String> names, String where, String stage) {
        if (!names.contains(stage)) {
            throw new IllegalArgumentException(where + " names " + stage + ", which is not a stage");
        }
    }

    /**
     * @param name in capitals
     * @param layers where the stage occurs
     * @param entry any of them leads into the stage
     */
    public record Stage(String name, Set<Layer> layers, List<EvidenceRule> entry) {

        public Stage {
            layers = Set.copyOf(layers);
            entry = List.copyOf(entry);
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("a stage is named in capitals: " + name);
            }
            if (RESERVED.contains(name)) {
                throw new IllegalArgumentException("the name is taken for what stages lead to: " + name);
            }
            if (layers.isEmpty()) {
                throw new IllegalArgumentException("a stage is in at least one layer: " + name);
            }
        }

        boolean isIn(Layer layer) {
            return layers.contains(layer);
        }
    }

    /**
     * What a mission is for.
     *
     * @param events types, as reported; several reports of the same order are one
     * @param stage entered with it; where there is none, the mission is {@link #COMPLETED}
     */
    public record Goal(Set<String> events, Optional<String> stage) {

        public Goal {
            events = Set.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("a goal has at least one event");
            }
        }
    }

    public String stageName(int rank) {
        return stages.get(rank).name();
    }

    /** Place of a stage among the stages, from 0; -1 if it is none. */
    int rank(String stage) {
        for (int rank = 0; rank < stages.size(); rank++) {
            if (stages.get(rank).name().equals(stage)) {
                return rank;
            }
        }
        return -1;
    }

    int lowest(Layer layer) {
        int rank = 0;
        while (!stages.get(rank).isIn(layer)) {
            rank++;
        }
        return rank;
    }

    int highest(Layer layer) {
        return IntStream.range(0, stages.size())
                .filter(i -> stages.get(i).isIn(layer))
                .max()
                .orElseThrow();
    }

    /** Whether some stage of a layer lies between two, and has not been visited. */
    boolean hasUnvisitedBetween(Layer layer, int from, int to, int visited) {
        return IntStream.range(from + 1, to).anyMatch(i -> stages.get(i).isIn(layer) && (visited & (1 << i)) == 0);
    }

    /** Place of the stage that the goal leads to in a layer, or -1. */
    int goalRank(Layer layer) {
        return goal.stage()
                .map(this::rank)
                .filter(rank -> stages.get(rank).isIn(layer))
                .orElse(-1);
    }

    /** The rule of the lowest stage by which any touch begins a layer; empty if it takes more than a touch. */
    Optional<EvidenceRule> firstTouch(Layer layer) {
        return stages.get(lowest(layer)).entry().stream()
                .filter(EvidenceRule.FirstTouch.class::isInstance)
                .findFirst();
    }

    boolean allows(String from, String to) {
        return edges.getOrDefault(from, Set.of()).contains(to);
    }
}
