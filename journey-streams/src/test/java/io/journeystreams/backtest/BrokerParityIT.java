package io.journeystreams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.config.JourneyConfig;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.output.OutputTopic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same events through a real broker and through a backtest that takes them in all at once: equal answers, id by id.
 *
 * <p>What differs is where the clock stands while events are read. The backtest moves it after every event. At the broker
 * the two CRM partitions are empty, so it is undefined until they have been silent for {@code clock.idleAfter}, and then
 * jumps. Therefore compared are what readers hold in the end, and not the steps to it:
 *
 * <ul>
 *   <li>of each alert every revision, in the order of each profile, all fields but the time of emission and the positions of
 *       evidence (topic and offset there, file and line here);
 *   <li>of each session the last revision, all fields but the time of emission. The number of revisions is equal because
 *       these events correct no session that the eager clock of the backtest closed, so a slower one corrects none either;
 *   <li>of each profile the last picture, all fields but the time of emission.
 * </ul>
 *
 * <p>That nothing else differs is shown from the other side: the engine, asked again in the order of the broker's own
 * journal, gives every record in the order of each profile with all its fields.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class BrokerParityIT {

    private static final List<EventFile> FILES = List.of(EventFile.of(TestData.OTTO), EventFile.of(TestData.SNOWPLOW));

    private static final String IDLE_AFTER = "2s";
    private static final EnginePolicy POLICY =
            JourneyConfig.of(Map.of("clock.idleAfter", IDLE_AFTER)).policy();

    private final Map<OutputTopic, List<JsonNode>> broker = new HashMap<>();
    private final Map<OutputTopic, List<JsonNode>> replayed = new HashMap<>();
    private final Map<OutputTopic, List<JsonNode>> backtest = new HashMap<>();
    private long journaled;
    private int deadLetters;

    @BeforeAll
    void run(@TempDir Path directory) throws Exception {
        long now = System.currentTimeMillis();
        try (BrokerRun processor = new BrokerRun()) {
            processor.publish(FILES);
            processor.runUntilClockLagIsBelow(Duration.ofMinutes(10), "clock.idleAfter=" + IDLE_AFTER);
            read(processor);
        }
        BacktestRun run = BacktestRun.of(new BacktestRequest(
                POLICY, FILES, directory.resolve("out"), new Until.Time(now), new IntakeTime.AllAt(now)));
        for (OutputTopic topic : OutputTopic.values()) {
            backtest.put(topic, run.records(ResultFiles.fileOf(topic)));
        }
    }

    @AfterAll
    void forget() {
        broker.clear();
    }

    private void read(BrokerRun processor) {
        deadLetters = processor.deadLetters();
        for (OutputTopic topic : OutputTopic.values()) {
            broker.put(topic, processor.published(topic));
            replayed.put(topic, new ArrayList<>());
        }
        IntStream.range(0, BrokerRun.PARTITIONS).mapToObj(processor::journal).forEach(journal -> {
            journaled += journal.stream()
                    .filter(entry -> entry.getBody() instanceof JournaledEvent)
                    .count();
            JournalReplay.of(journal, POLICY, processor.codecs())
                    .forEach((topic, records) ->
                            replayed.getOrDefault(topic, new ArrayList<>()).addAll(records));
        });
    }

    @Test
    void everyEventIsInTheJournalAndNoneIsADeadLetter() {
        assertThat(journaled).isEqualTo(862 + 160);
        assertThat(deadLetters).isZero();
    }

    @Test
    void alertsAreEqualRevisionByRevision() {
        assertEqual(byProfile(alerts(broker)), byProfile(alerts(backtest)));
        assertThat(alerts(broker)).hasSizeGreaterThan(30);
    }

    @Test
    void nobodyIsRemindedOfOldCarts() {
        assertThat(broker.get(OutputTopic.ABANDONMENT_ACTIONS)).isEmpty();
        assertThat(backtest.get(OutputTopic.ABANDONMENT_ACTIONS)).isEmpty();
    }

    @Test
    void sessionsAreEqualIdById() {
        assertEqual(sessions(broker), sessions(backtest));
        assertThat(records(backtest, OutputTopic.SESSIONS))
                .noneMatch(session -> session.get("state").asText().equals("CORRECTED"));
        assertThat(sessions(broker)).hasSizeGreaterThan(350);
    }

    @Test
    void profilesAreEqual() {
        assertEqual(profiles(broker), profiles(backtest));
    }

    @Test
    void theJournalAloneGivesEveryRecordThatWasPublished() {
        for (OutputTopic topic : OutputTopic.values()) {
            assertEqual(byProfile(records(broker, topic)), byProfile(records(replayed, topic)));
        }
    }

    /** Names the first id that differs, and not a thousand that do not. */
    private static <T> void assertEqual(Map<String, T> actual, Map<String, T> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((id, records) -> assertThat(records).as(id).isEqualTo(expected.get(id)));
    }

    private static List<JsonNode> alerts(Map<OutputTopic, List<JsonNode>> published) {
        return records(published, OutputTopic.ABANDONMENT).stream()
                .map(alert -> without(alert, "emittedAt"))
                .map(BrokerParityIT::withoutPositions)
                .toList();
    }

    private static Map<String, JsonNode> sessions(Map<OutputTopic, List<JsonNode>> published) {
        return BacktestRun.finalSessions(records(published, OutputTopic.SESSIONS)).stream()
                .map(session -> without(session, "emittedAt"))
                .collect(Collectors.toMap(
                        session -> session.get("sessionId").asText(), session -> session, (a, b) -> b, TreeMap::new));
    }

    private static Map<String, JsonNode> profiles(Map<OutputTopic, List<JsonNode>> published) {
        Map<String, JsonNode> latest = new TreeMap<>();
        BacktestRun.latestBy("profile", records(published, OutputTopic.PROFILES))
                .forEach((profile, picture) -> latest.put(profile, without(picture, "updatedAt")));
        return latest;
    }

    private static Map<String, List<JsonNode>> byProfile(List<JsonNode> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        record -> record.get("profile").asText(), TreeMap::new, Collectors.toList()));
    }

    private static List<JsonNode> records(Map<OutputTopic, List<JsonNode>> published, OutputTopic topic) {
        return published.getOrDefault(topic, List.of());
    }

    private static JsonNode without(JsonNode record, String... fields) {
        return ((ObjectNode) record.deepCopy()).remove(Set.copyOf(Arrays.asList(fields)));
    }

    private static JsonNode withoutPositions(JsonNode alert) {
        alert.path("evidence").forEach(evidence -> ((ObjectNode) evidence).remove("position"));
        return alert;
    }
}
