package io.journeystreams.config;

import io.journeystreams.domain.stage.Condition;
import io.journeystreams.domain.stage.EvidenceRule;
import io.journeystreams.domain.stage.EvidenceRule.EventPattern;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.StageModel;
import io.journeystreams.domain.stage.StageModel.Goal;
import io.journeystreams.domain.stage.StageModel.Stage;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a stage model from YAML; its form is described in {@code docs/stages.md}. */
final class StageModelReader {

    private static final Duration USUAL_WINDOW = Duration.ofDays(7);

    private final YamlForm form;
    private final Set<String> stages = new HashSet<>();
    private final Set<String> rules = new HashSet<>();

    private StageModelReader(String file) {
        this.form = new YamlForm(file);
    }

    /**
     * @param file for messages
     * @throws InvalidConfigException with every problem there is
     */
    static StageModel read(String file, Reader text) throws IOException {
        YamlTree tree = YamlTree.read(file, text);
        StageModelReader reader = new StageModelReader(file);
        Optional<StageModel> model = reader.model(tree);
        if (model.isEmpty() || !reader.form.problems().isEmpty()) {
            throw new InvalidConfigException(reader.form.problems());
        }
        return model.get();
    }

    private Optional<StageModel> model(YamlTree tree) {
        Map<String, YamlTree> top =
                form.section(tree, "a stage model", List.of("name", "goal", "churn", "stages", "edges"));
        List<Stage> read = new ArrayList<>();
        form.items(top.get("stages")).forEach(stage -> stage(stage).ifPresent(read::add));
        if (read.isEmpty()) {
            form.problem(tree, "a stage model has stages");
        }
        Optional<Goal> goal = goal(top.get("goal"), tree);
        Map<String, Set<String>> edges = edges(top.get("edges"));
        Set<String> churn = new HashSet<>(form.texts(top.get("churn"), "churn"));
        String name = form.text(top.get("name"), "name").orElse("own");
        if (goal.isEmpty() || !form.problems().isEmpty()) {
            return Optional.empty();
        }
        return checked(tree, () -> new StageModel(name, read, goal.get(), edges, churn));
    }

    private Optional<Goal> goal(@Nullable YamlTree tree, YamlTree model) {
        if (tree == null) {
            form.problem(model, "a stage model has a goal");
            return Optional.empty();
        }
        Map<String, YamlTree> entries = form.section(tree, "goal", List.of("events", "stage"));
        YamlTree stage = entries.get("stage");
        Optional<String> name = stage == null ? Optional.empty() : stageName(stage, "goal.stage");
        Set<String> events = new HashSet<>(form.texts(entries.get("events"), "goal.events"));
        return checked(tree, () -> new Goal(events, name));
    }

    private Optional<Stage> stage(YamlTree tree) {
        Map<String, YamlTree> entries = form.section(tree, "a stage", List.of("name", "layers", "entry"));
        Optional<String> name = form.text(entries.get("name"), "name");
        if (name.isEmpty()) {
            form.problem(tree, "a stage has a name");
            return Optional.empty();
        }
        if (!stages.add(name.get())) {
            form.problem(tree, "two stages have the name " + name.get());
        }
        List<EvidenceRule> entry = new ArrayList<>();
        form.items(entries.get("entry")).forEach(rule -> rule(rule).ifPresent(entry::add));
        Set<Layer> layers = layers(entries.get("layers"));
        return checked(tree, () -> new Stage(name.get(), layers, entry));
    }

    private Set<Layer> layers(@Nullable YamlTree tree) {
        if (tree == null) {
            return Layer.OF_STAGES;
        }
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        for (YamlTree item : form.items(tree)) {
            switch (form.text(item, "layers").orElse("")) {
                case "lifecycle" -> layers.add(Layer.LIFECYCLE);
                case "mission" -> layers.add(Layer.MISSION);
                default -> form.problem(item, "a layer is lifecycle or mission");
            }
        }
        return layers;
    }

    private Optional<EvidenceRule> rule(YamlTree tree) {
        Map<String, YamlTree> entries =
                form.section(tree, "an entry", List.of("name", "touch", "goals", "events", "count", "within"));
        Optional<String> name = form.text(entries.get("name"), "name");
        if (name.isEmpty()) {
            form.problem(tree, "an entry has a name");
            return Optional.empty();
        }
        if (!rules.add(name.get())) {
            form.problem(tree, "two entries have the name " + name.get());
        }
        long kinds = List.of("touch", "goals", "events").stream()
                .filter(entries::containsKey)
                .count();
        if (kinds != 1) {
            form.problem(tree, name.get() + " needs one of touch, goals and events");
            return Optional.empty();
        }
        if (entries.containsKey("touch")) {
            if (!form.text(entries.get("touch"), "touch").equals(Optional.of("first"))) {
                form.problem(tree, "touch must be first");
            }
            return Optional.of(new EvidenceRule.FirstTouch(name.get()));
        }
        if (entries.containsKey("goals")) {
            return form.number(entries.get("goals"), "goals")
                    .flatMap(least -> checked(tree, () -> new EvidenceRule.Goals(name.get(), least)));
        }
        List<EventPattern> events = new ArrayList<>();
        form.items(entries.get("events")).forEach(event -> pattern(event).ifPresent(events::add));
        int count = entries.containsKey("count")
                ? form.number(entries.get("count"), "count").orElse(1)
                : 1;
        Duration within = within(entries.get("within"));
        return checked(tree, () -> new EvidenceRule.Events(name.get(), events, count, within));
    }

    private Duration within(@Nullable YamlTree tree) {
        if (tree == null) {
            return USUAL_WINDOW;
        }
        try {
            return DurationText.parse(form.text(tree, "within").orElse("1d"));
        } catch (IllegalArgumentException e) {
            form.problem(tree, "within: expected " + DurationText.EXPECTED);
            return USUAL_WINDOW;
        }
    }

    private Optional<EventPattern> pattern(YamlTree tree) {
        if (tree instanceof YamlTree.Text) {
            return type(tree).map(EventPattern::of);
        }
        Map<String, YamlTree> entries = form.section(tree, "an event", List.of("type", "where"));
        YamlTree named = entries.get("type");
        if (named == null) {
            form.problem(tree, "an event has a type");
            return Optional.empty();
        }
        List<Condition> where = new ArrayList<>();
        form.entries(entries.get("where"), "where").forEach((attribute, value) -> form.text(value, attribute)
                .flatMap(text -> checked(value, () -> Condition.of(attribute, text)))
                .ifPresent(where::add));
        return type(named).map(type -> new EventPattern(type, where));
    }

    private Optional<String> type(YamlTree tree) {
        Optional<String> type = form.text(tree, "a type");
        if (type.isPresent() && !type.get().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
            form.problem(tree, "\"" + type.get() + "\" is no type; expected snake_case such as product_added");
        }
        return type;
    }

    private Map<String, Set<String>> edges(@Nullable YamlTree tree) {
        Map<String, Set<String>> edges = new HashMap<>();
        form.entries(tree, "edges").forEach((from, targets) -> {
            if (!stages.contains(from)) {
                form.problem(targets, unknownStage("edges", from));
            }
            Set<String> to = new HashSet<>();
            form.items(targets)
                    .forEach(target -> stageName(target, "edges." + from).ifPresent(to::add));
            edges.put(from, to);
        });
        return edges;
    }

    private Optional<String> stageName(YamlTree tree, String where) {
        Optional<String> name = form.text(tree, where);
        name.filter(given -> !stages.contains(given))
                .ifPresent(given -> form.problem(tree, unknownStage(where, given)));
        return name;
    }

    private String unknownStage(String where, String name) {
        return NearestName.of(name.toUpperCase(Locale.ROOT), stages)
                .map(meant -> where + " names " + name + ", which is not a stage; did you mean " + meant + "?")
                .orElse(where + " names " + name + ", which is not a stage");
    }

    /** What the records say of themselves belongs to the line where they stand. */
    private <T> Optional<T> checked(YamlTree where, Supplier<T> record) {
        try {
            return Optional.of(record.get());
        } catch (IllegalArgumentException e) {
            form.problem(where, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
