package io.journeystreams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.output.OutputTopic;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that was published, and what readers hold in the end: without times of emission, which say when something became known.
 *
 * @param published every topic, the records of each profile in their order
 */
record Readings(Map<OutputTopic, List<JsonNode>> published) {

    static Readings of(BrokerRun run) {
        Map<OutputTopic, List<JsonNode>> published = new EnumMap<>(OutputTopic.class);
        Arrays.stream(OutputTopic.values()).forEach(topic -> published.put(topic, run.published(topic)));
        return new Readings(published);
    }

    static Readings of(BacktestRun run) {
        Map<OutputTopic, List<JsonNode>> published = new EnumMap<>(OutputTopic.class);
        Arrays.stream(OutputTopic.values())
                .forEach(topic -> published.put(topic, run.records(ResultFiles.fileOf(topic))));
        return new Readings(published);
    }

    List<JsonNode> records(OutputTopic topic) {
        return Objects.requireNonNull(published.get(topic));
    }

    /**
     * Every revision of every alert, by profile, in their order; without positions of evidence (topic and offset there, file and
     * line here).
     */
    Map<String, List<JsonNode>> alerts(String... left) {
        return byProfile(records(OutputTopic.ABANDONMENT).stream()
                .map(alert -> without(alert, "emittedAt"))
                .map(alert -> without(alert, left))
                .map(Readings::withoutPositions)
                .toList());
    }

    /** The last revision of every session that stands, by id. */
    Map<String, JsonNode> sessions() {
        return BacktestRun.finalSessions(records(OutputTopic.SESSIONS)).stream()
                .map(session -> without(session, "emittedAt"))
                .collect(Collectors.toMap(
                        session -> session.get("sessionId").asText(), session -> session, (a, b) -> b, TreeMap::new));
    }

    /** The sessions of every profile by what they hold, and not by what they are called or how often they were told of. */
    Map<String, List<JsonNode>> contentsOfSessions() {
        Map<String, List<JsonNode>> contents = byProfile(sessions().values().stream()
                .map(session -> without(session, "sessionId", "revision", "supersedes", "state"))
                .toList());
        contents.replaceAll((profile, sessions) -> sessions.stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList());
        return contents;
    }

    /** The last revision of everything else that happens once, by id. */
    Map<String, JsonNode> facts(OutputTopic topic, String id, String... left) {
        Map<String, JsonNode> latest = new TreeMap<>();
        BacktestRun.latestBy(id, records(topic))
                .forEach((name, fact) -> latest.put(name, without(without(fact, "emittedAt"), left)));
        return latest;
    }

    /** The last picture of every profile. */
    Map<String, JsonNode> profiles() {
        return facts(OutputTopic.PROFILES, "profile", "updatedAt");
    }

    static Map<String, List<JsonNode>> byProfile(List<JsonNode> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        record -> record.get("profile").asText(), TreeMap::new, Collectors.toList()));
    }

    /** Names the first id, or the first record of a profile, that differs, and not a thousand that do not. */
    static <T> void assertEqual(Map<String, T> actual, Map<String, T> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((id, value) -> {
            if (value instanceof List<?> records) {
                assertThat(records).as(id).zipSatisfy((List<?>) expected.get(id), (one, other) -> assertThat(one)
                        .isEqualTo(other));
            }
            assertThat(value).as(id).isEqualTo(expected.get(id));
        });
    }

    private static JsonNode without(JsonNode record, String... fields) {
        return ((ObjectNode) record.deepCopy()).remove(Set.copyOf(Arrays.asList(fields)));
    }

    private static JsonNode withoutPositions(JsonNode alert) {
        alert.path("evidence").forEach(evidence -> ((ObjectNode) evidence).remove("position"));
        return alert;
    }
}
