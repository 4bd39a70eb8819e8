package io.journeystreams.backtest;

import static io.journeystreams.backtest.Readings.assertEqual;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystreams.config.JourneyConfig;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.output.OutputTopic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Events whose producer keys by nothing, or by anything, over four partitions, through a real broker: what readers hold is what the
 * rules make of the events (rule O1). {@link BrokerParityIT} shows the same of events that are keyed as expected.
 *
 * <p>A session's id is that of its event that was read first (rule T7), so here sessions go by what they hold.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerKeysIT {

    private static final int PARTITIONS = 4;
    private static final String IDLE_AFTER = "2s";
    private static final EnginePolicy POLICY =
            JourneyConfig.of(Map.of("clock.idleAfter", IDLE_AFTER)).policy();

    private final Random random = new Random(20_261_122);
    private Readings broker = new Readings(Map.of());
    private Readings backtest = new Readings(Map.of());
    private double rekeyed;
    private int deadLetters;

    @BeforeAll
    void run(@TempDir Path directory) throws Exception {
        long now = System.currentTimeMillis();
        try (BrokerRun processor = new BrokerRun(PARTITIONS)) {
            processor.publish(BrokerParityIT.FILES, this::keyedOtherwise);
            processor.runUntilClockLagIsBelow(
                    Duration.ofMinutes(10),
                    "clock.idleAfter=" + IDLE_AFTER,
                    "inputs.clickstream.rekey=true",
                    "inputs.crm.rekey=true");
            rekeyed = processor.rekeyed();
            deadLetters = processor.deadLetters();
            broker = Readings.of(processor);
        }
        backtest = Readings.of(BacktestRun.of(new BacktestRequest(
                POLICY,
                BrokerParityIT.FILES,
                directory.resolve("out"),
                new Until.Time(now),
                new IntakeTime.AllAt(now))));
    }

    /** Half of them have no key; the partition is any. */
    private ProducerRecord<byte[], byte[]> keyedOtherwise(ProducerRecord<byte[], byte[]> record) {
        byte[] key = random.nextBoolean() ? null : ("page-" + random.nextInt(50)).getBytes(UTF_8);
        return new ProducerRecord<>(
                record.topic(), random.nextInt(PARTITIONS), record.timestamp(), key, record.value());
    }

    @Test
    void everyEventIsCountedAsOneThatIsKeyedOtherwise() {
        assertThat(rekeyed).isEqualTo(BrokerParityIT.EVENTS);
        assertThat(deadLetters).isZero();
    }

    @Test
    void alertsAreEqualRevisionByRevision() {
        assertEqual(broker.alerts("sessionId"), backtest.alerts("sessionId"));
    }

    @Test
    void sessionsHoldTheSame() {
        assertEqual(broker.contentsOfSessions(), backtest.contentsOfSessions());
    }

    /** A picture is published with a change of carts or orders, and shows whatever else had been read by then. */
    @Test
    void profilesHoldTheSameCartsOrdersAndAlerts() {
        assertEqual(pictures(broker), pictures(backtest));
    }

    private static Map<String, JsonNode> pictures(Readings readings) {
        return readings.facts(
                OutputTopic.PROFILES,
                "profile",
                "updatedAt",
                "lastSeenAt",
                "lastActivityAt",
                "sessions",
                "touchpoints",
                "stage",
                "missionId");
    }
}
