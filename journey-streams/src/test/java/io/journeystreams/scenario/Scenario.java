package io.journeystreams.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A scenario file.
 *
 * @param rules numbers of the rules and vectors that it shows
 * @param settings by name, as in the configuration; all others are the usual ones
 * @param churnModel {@code cdnow} for the published parameters of that name; without one nobody is judged by silence
 * @param onBroker also runs on a real broker
 * @param steps events and moves of the clock, in their order of arrival
 * @param then what is published, see {@link Expectation}
 */
public record Scenario(
        String name,
        List<String> rules,
        Map<String, String> settings,
        Optional<String> churnModel,
        boolean onBroker,
        List<Step> steps,
        JsonNode then) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "scenarios");
    private static final YAMLMapper YAML = new YAMLMapper();

    /** One thing that happens in a scenario. */
    public sealed interface Step {

        /** An event arrives; the fields are those of the canonical event, with {@code at} and {@code arrives}. */
        record Event(String id, JsonNode fields) implements Step {}

        /** Every source, or the one named, says that nothing older than {@code to} will come. */
        record Clock(String to, List<String> sources) implements Step {}

        /** From here on the sources say that a backlog is being read, or that it is not any more. */
        record Backlog(boolean isRead) implements Step {}
    }

    public Scenario {
        rules = List.copyOf(rules);
        settings = Map.copyOf(settings);
        steps = List.copyOf(steps);
    }

    public static List<Scenario> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Scenario::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Profiles tell each other something. */
    boolean isAboutIdentity() {
        return rules.stream().anyMatch(rule -> rule.startsWith("I"));
    }

    /** From the first midnight to the last moment that a step names. */
    Duration length() {
        ScenarioEvents events = new ScenarioEvents(Timeline.FIXED);
        long lastMs = steps.stream()
                .mapToLong(step -> step instanceof Step.Event event
                        ? events.arrivesMs(event)
                        : Timeline.FIXED.atMs(((Step.Clock) step).to()))
                .max()
                .orElseThrow();
        return Duration.between(Timeline.FIXED.midnight(), Instant.ofEpochMilli(lastMs));
    }

    @Override
    public String toString() {
        return name;
    }

    private static Scenario read(Path file) {
        try {
            JsonNode root = YAML.readTree(file.toFile());
            List<String> rules = new ArrayList<>();
            root.path("rules").forEach(rule -> rules.add(rule.asText()));
            String name = file.getFileName().toString().replace(".yaml", "") + ": "
                    + root.path("name").asText();
            return new Scenario(
                    name,
                    rules,
                    settings(root),
                    Optional.ofNullable(root.path("churnModel").textValue()),
                    root.path("broker").asBoolean(false),
                    steps(root),
                    root.path("then"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Map<String, String> settings(JsonNode root) {
        Map<String, String> settings = new TreeMap<>();
        root.path("settings")
                .properties()
                .forEach(setting ->
                        settings.put(setting.getKey(), setting.getValue().asText()));
        return settings;
    }

    private static List<Step> steps(JsonNode root) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : root.path("when")) {
            steps.add(step(step, steps.size() + 1));
        }
        return steps;
    }

    private static Step step(JsonNode step, int number) {
        if (step.has("backlog")) {
            return new Step.Backlog(step.path("backlog").asBoolean());
        }
        return step.has("clock") ? clock(step) : event(step, number);
    }

    private static Step clock(JsonNode step) {
        List<String> sources = step.has("source")
                ? List.of(step.path("source").asText())
                : List.of(ScenarioEvents.CLICKSTREAM, ScenarioEvents.CRM);
        return new Step.Clock(step.path("clock").asText(), sources);
    }

    private static Step event(JsonNode step, int number) {
        return new Step.Event(step.path("id").asText("e" + number), step);
    }
}
