package io.journeystreams.backtest;

import static io.journeystreams.backtest.Readings.assertEqual;
import static io.journeystreams.backtest.Readings.byProfile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystreams.config.JourneyConfig;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.output.OutputTopic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
 * it stands at the slowest partition, and jumps when that has been read. Therefore compared are what readers hold in the end, and
 * not the steps to it:
 *
 * <ul>
 *   <li>of each alert every revision, in the order of each profile, all fields but those that {@link Readings#alerts} names;
 *   <li>of each session the last revision, all fields but the time of emission. The number of revisions is equal because
 *       these events correct no session that the eager clock of the backtest closed, so a slower one corrects none either;
 *   <li>of each stage transition and moment the last revision, all fields but the time of emission;
 *   <li>of each churn alert and each settled forecast the last record, all fields but those that depend on when it could be told;
 *   <li>of each profile the last picture, all fields but the time of emission.
 * </ul>
 *
 * <p>That nothing else differs is shown from the other side: the engine, asked again in the order of the broker's own
 * journal, gives every record in the order of each profile with all its fields.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class BrokerParityIT {

    /** Visits to two shops, and a year at the tills of a third. */
    static final List<EventFile> FILES = List.of(
            EventFile.of(TestData.OTTO), EventFile.of(TestData.SNOWPLOW), EventFile.of(TestData.COMPLETE_JOURNEY));

    static final int EVENTS = 862 + 160 + 1_023;

    private static final String IDLE_AFTER = "2s";
    private static final Map<String, String> SETTINGS = Map.of(
            "clock.idleAfter",
            IDLE_AFTER,
            "churn.parameters",
            TestData.CHURN_PARAMETERS.toString(),
            "churn.sample",
            "100%");
    private static final EnginePolicy POLICY = JourneyConfig.of(SETTINGS).policy();

    /** What depends on when the clock lets it be told: of an alert that is over by then nobody is told that it had escalated. */
    private static final String[] LEFT_OF_CHURN = {
        "revision",
        "state",
        "level",
        "escalatedAt",
        "risk",
        "decay",
        "pBuy",
        "pAlive",
        "T",
        "drivers",
        "valueAtRisk",
        "currency",
        "openIssues",
        "lifecycle",
        "lastTouchAt",
        "lastTouchChannel"
    };

    private static final String[] LEFT_OF_SETTLEMENTS = {"revision", "state"};

    private final Map<OutputTopic, List<JsonNode>> replayed = new HashMap<>();
    private Readings broker = new Readings(Map.of());
    private Readings backtest = new Readings(Map.of());
    private long journaled;
    private int deadLetters;

    @BeforeAll
    void run(@TempDir Path directory) throws Exception {
        long now = System.currentTimeMillis();
        try (BrokerRun processor = new BrokerRun(2)) {
            processor.publish(FILES, record -> record);
            processor.runUntilClockLagIsBelow(
                    Duration.ofMinutes(10),
                    SETTINGS.entrySet().stream()
                            .map(setting -> setting.getKey() + "=" + setting.getValue())
                            .toArray(String[]::new));
            read(processor);
        }
        backtest = Readings.of(BacktestRun.of(new BacktestRequest(
                POLICY, FILES, directory.resolve("out"), new Until.Time(now), new IntakeTime.AllAt(now))));
    }

    @AfterAll
    void forget() {
        broker = new Readings(Map.of());
    }

    private void read(BrokerRun processor) {
        deadLetters = processor.deadLetters();
        broker = Readings.of(processor);
        for (OutputTopic topic : OutputTopic.values()) {
            replayed.put(topic, new ArrayList<>());
        }
        IntStream.range(0, processor.partitions()).mapToObj(processor::journal).forEach(journal -> {
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
        assertThat(journaled).isEqualTo(EVENTS);
        assertThat(deadLetters).isZero();
    }

    @Test
    void alertsAreEqualRevisionByRevision() {
        assertEqual(broker.alerts(), backtest.alerts());
        assertThat(broker.records(OutputTopic.ABANDONMENT)).hasSizeGreaterThan(30);
    }

    @Test
    void nobodyIsRemindedOfOldCarts() {
        assertThat(broker.records(OutputTopic.ABANDONMENT_ACTIONS)).isEmpty();
        assertThat(backtest.records(OutputTopic.ABANDONMENT_ACTIONS)).isEmpty();
    }

    @Test
    void sessionsAreEqualIdById() {
        assertEqual(broker.sessions(), backtest.sessions());
        assertThat(backtest.records(OutputTopic.SESSIONS))
                .noneMatch(session -> session.get("state").asText().equals("CORRECTED"));
        assertThat(broker.sessions()).hasSizeGreaterThan(350);
    }

    @Test
    void stageTransitionsAreEqual() {
        assertEqual(
                broker.facts(OutputTopic.STAGE_TRANSITIONS, "transitionId"),
                backtest.facts(OutputTopic.STAGE_TRANSITIONS, "transitionId"));
        assertThat(broker.records(OutputTopic.STAGE_TRANSITIONS)).hasSizeGreaterThan(1_000);
    }

    @Test
    void momentsAreEqual() {
        assertEqual(broker.facts(OutputTopic.MOMENTS, "momentId"), backtest.facts(OutputTopic.MOMENTS, "momentId"));
    }

    @Test
    void churnIsEqualInTheEnd() {
        assertEqual(
                broker.facts(OutputTopic.CHURN_RISK, "alertId", LEFT_OF_CHURN),
                backtest.facts(OutputTopic.CHURN_RISK, "alertId", LEFT_OF_CHURN));
        assertEqual(
                broker.facts(OutputTopic.CHURN_SETTLEMENTS, "settlementId", LEFT_OF_SETTLEMENTS),
                backtest.facts(OutputTopic.CHURN_SETTLEMENTS, "settlementId", LEFT_OF_SETTLEMENTS));
        assertThat(broker.records(OutputTopic.CHURN_RISK)).hasSizeGreaterThan(30);
        assertThat(broker.records(OutputTopic.CHURN_SETTLEMENTS)).hasSizeGreaterThan(100);
    }

    @Test
    void profilesAreEqual() {
        assertEqual(broker.profiles(), backtest.profiles());
    }

    /** But for the map, which is told in steps of the clock and forgets what is old by the end: {@code M1JourneyMapIT}. */
    @Test
    void theJournalAloneGivesEveryRecordThatWasPublished() {
        for (OutputTopic topic : EnumSet.complementOf(EnumSet.of(OutputTopic.MAP))) {
            assertEqual(byProfile(broker.records(topic)), byProfile(replayed.getOrDefault(topic, List.of())));
        }
    }
}
