package io.journeystreams.deploy.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rules as they are loaded into Prometheus. */
final class AlertRules {

    static final Path FOLDER = Path.of("monitoring", "prometheus");
    static final Path FILE = FOLDER.resolve("journey.rules.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();

    private AlertRules() {}

    static JsonNode read(String file) throws IOException {
        return YAML.readTree(FOLDER.resolve(file).toFile());
    }

    static List<JsonNode> alerts() throws IOException {
        return rules().filter(rule -> rule.has("alert")).toList();
    }

    static List<String> alertNames() throws IOException {
        return alerts().stream().map(rule -> rule.path("alert").asText()).toList();
    }

    static List<String> recordedNames() throws IOException {
        return rules().filter(rule -> rule.has("record"))
                .map(rule -> rule.path("record").asText())
                .toList();
    }

    static List<Expression> expressions() throws IOException {
        return rules().map(rule -> new Expression(rule.path("expr").asText())).toList();
    }

    private static Stream<JsonNode> rules() throws IOException {
        return elements(read("journey.rules.yaml").path("groups")).flatMap(group -> elements(group.path("rules")));
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
