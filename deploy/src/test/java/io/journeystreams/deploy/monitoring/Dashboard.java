package io.journeystreams.deploy.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The dashboard as Grafana loads it. */
final class Dashboard {

    private static final Path FILE = Path.of("monitoring", "grafana", "journey.json");

    private Dashboard() {}

    static JsonNode read() throws IOException {
        return new ObjectMapper().readTree(FILE.toFile());
    }

    /** Rows included, which are panels too. */
    static List<JsonNode> panels() throws IOException {
        return AlertRules.elements(read().path("panels")).toList();
    }

    static List<JsonNode> charts() throws IOException {
        return panels().stream()
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    /** With a value in the place of each of Grafana's variables. */
    static List<Expression> expressions() throws IOException {
        return targets().stream()
                .map(target -> new Expression(target.path("expr")
                        .asText()
                        .replace("$__rate_interval", "1m")
                        .replace("$instance", ".*")))
                .toList();
    }

    static List<JsonNode> targets() throws IOException {
        return charts().stream()
                .flatMap(panel -> AlertRules.elements(panel.path("targets")))
                .toList();
    }
}
