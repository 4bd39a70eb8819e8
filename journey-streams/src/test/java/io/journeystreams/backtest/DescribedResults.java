package io.journeystreams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results of a backtest in few lines, to be looked at by people and compared by tests. */
final class DescribedResults {

    private DescribedResults() {}

    /** Fails where they differ from what was looked at; with {@code -Dregenerate.expected=true} takes them instead. */
    static void assertAsExpected(String results, Path expected) throws IOException {
        if (Boolean.getBoolean("regenerate.expected")) {
            Files.writeString(expected, results);
        }
        assertThat(results).isEqualTo(Files.readString(expected));
    }

    static String of(BacktestRun run) {
        StringBuilder text = new StringBuilder("# What the rules make of the events, and nothing else\n\n");
        text.append("events ").append(new TreeMap<>(run.summary().decisions())).append('\n');
        text.append("dead letters ")
                .append(new TreeMap<>(run.summary().deadLetters()))
                .append('\n');
        text.append("tally ").append(run.summary().tally()).append('\n');
        for (String file : List.of("sessions.ndjson", "abandonment.ndjson", "abandonment-actions.ndjson")) {
            text.append(file)
                    .append(' ')
                    .append(countsByState(run.records(file)))
                    .append('\n');
        }
        text.append("stage-transitions.ndjson ")
                .append(counts(run.records("stage-transitions.ndjson"), "layer", "from", "to", "direction"))
                .append('\n');
        text.append("moments.ndjson ")
                .append(counts(run.records("moments.ndjson"), "moment"))
                .append('\n');
        text.append("friction.ndjson ")
                .append(counts(run.records("friction.ndjson"), "kind"))
                .append('\n');
        text.append("churn-risk.ndjson ")
                .append(counts(run.records("churn-risk.ndjson"), "state", "kind", "reason"))
                .append('\n');
        text.append("churn-settlements.ndjson ")
                .append(counts(run.records("churn-settlements.ndjson"), "group", "left"))
                .append('\n');
        text.append("profiles.ndjson ")
                .append(run.records("profiles.ndjson").size())
                .append("\n\n");
        run.records("abandonment.ndjson")
                .forEach(alert -> text.append(describe(alert)).append('\n'));
        return text.toString();
    }

    private static Map<String, Long> countsByState(List<JsonNode> records) {
        return counts(records, "state");
    }

    private static Map<String, Long> counts(List<JsonNode> records, String... fields) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        record -> Stream.of(fields)
                                .map(field -> record.get(field).asText())
                                .collect(Collectors.joining(" ")),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private static String describe(JsonNode alert) {
        return String.join(
                " ",
                alert.get("alertId").asText(),
                alert.get("revision").asText(),
                alert.get("profile").asText(),
                alert.get("kind").asText(),
                alert.get("state").asText(),
                "deadline",
                alert.get("deadline").asText(),
                "emitted",
                alert.get("emittedAt").asText(),
                alert.get("lines").size() + " lines",
                alert.get("actionable").asBoolean()
                        ? "actionable"
                        : alert.get("reason").asText());
    }
}
