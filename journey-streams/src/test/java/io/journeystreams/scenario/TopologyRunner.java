package io.journeystreams.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.time.JournalClock;
import io.journeystreams.intake.InputSources;
import io.journeystreams.intake.ReadStanding;
import io.journeystreams.intake.SourceWatermark;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.state.ClockStore;
import io.journeystreams.state.DeadlineIndex;
import io.journeystreams.state.HeapBudget;
import io.journeystreams.state.ProfileStore;
import io.journeystreams.topology.JourneySettings;
import io.journeystreams.topology.JourneyTopology;
import io.journeystreams.topology.ProcessorMeters;
import io.journeystreams.topology.RegistryCodecs;
import io.journeystreams.topology.StoreNames;
import io.journeystreams.topology.Sweeps;
import io.journeystreams.topology.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/**
 * Runs scenarios through the topology in the test driver. Its wall clock goes from arrival to arrival, and a second further
 * with each step, so that no watermark is held back. Silence does not count: the clock moves by what is read and by nothing
 * else.
 */
public final class TopologyRunner {

    private static final Path STATE = Path.of("target", "test-driver").toAbsolutePath();
    private static final InputSources SOURCES = new InputSources(Map.of(Topics.CLICKSTREAM, 1, Topics.CRM, 1));

    private static final long NOTICED_AFTER_MS = 60_000;

    private final Timeline timeline = Timeline.FIXED;
    private final Scenario scenario;
    private final EnginePolicy policy;
    private final ScenarioEvents events = new ScenarioEvents(timeline);
    private final RegistryConnection registry;
    private final InputEncoder inputs;
    private final BiConsumer<String, TestRecord<byte[], byte[]>> observer;

    public TopologyRunner(Scenario scenario, RegistryConnection registry) {
        this(scenario, registry, (topic, record) -> {});
    }

    /** @param observer sees every record published, with its topic */
    TopologyRunner(
            Scenario scenario, RegistryConnection registry, BiConsumer<String, TestRecord<byte[], byte[]>> observer) {
        this.observer = observer;
        this.scenario = scenario;
        this.policy = ScenarioPolicy.withoutIdleRule(scenario);
        this.registry = registry;
        this.inputs = new InputEncoder(registry);
    }

    public Answers run() {
        try (Driven driven = new Driven(timeline.midnight())) {
            scenario.steps().forEach(step -> take(step, driven));
            assertNothingWasRefused(driven);
            return new PublishedAnswers(registry).read(driven::values).explaining(driven.explanations());
        }
    }

    private void take(Scenario.Step step, Driven driven) {
        if (step instanceof Scenario.Step.Event event) {
            driven.ingest(InputRecord.of(events.reported(event), events.arrivesMs(event)));
        } else if (step instanceof Scenario.Step.Backlog backlog) {
            driven.setBacklog(backlog.isRead());
        } else if (step instanceof Scenario.Step.Clock move) {
            long atMs = timeline.atMs(move.to()) + policy.clock().grace().toMillis();
            move.sources().forEach(source -> driven.ingest(Bystanders.event(source, 0, atMs)));
        }
        driven.advance(SourceWatermark.INTERVAL_MS);
    }

    private static void assertNothingWasRefused(Driven driven) {
        driven.values(Topics.MAP);
        if (!driven.values(Topics.DEAD_LETTERS).isEmpty()) {
            throw new AssertionError("a scenario's records are all taken in");
        }
    }

    /** The topology and its wall clock. */
    private final class Driven implements AutoCloseable {

        private final TopologyTestDriver driver;
        private boolean hasBacklog;
        private long nowMs;

        private Driven(Instant beginning) {
            JourneySettings settings = JourneySettings.of(
                            policy,
                            SOURCES,
                            RegistryCodecs.of(registry, SchemaSource.REGISTER),
                            this::standing,
                            ProcessorMeters.NONE)
                    .withSweep(Sweeps.UNHURRIED);
            Properties config = new Properties();
            config.put(StreamsConfig.APPLICATION_ID_CONFIG, "scenario");
            config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
            config.put(StreamsConfig.STATE_DIR_CONFIG, STATE.toString());
            config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
            this.nowMs = beginning.toEpochMilli();
            this.driver = new TopologyTestDriver(JourneyTopology.build(settings), config, beginning);
        }

        private void ingest(InputRecord record) {
            advance(Math.max(0, record.timestampMs() - nowMs));
            driver.createInputTopic(record.topic(), new ByteArraySerializer(), new ByteArraySerializer())
                    .pipeInput(new TestRecord<>(
                            record.keyBytes(), record.valueBytes(inputs), new RecordHeaders(), record.timestampMs()));
        }

        /** A backlog is noticed when a lap of the reading has become long, and is over with the first short one. */
        private void setBacklog(boolean isRead) {
            hasBacklog = isRead;
            advance(NOTICED_AFTER_MS);
        }

        private Optional<ReadStanding> standing(TopicPartition partition, long lastProcessedOffset, long nowMs) {
            return Optional.of(new ReadStanding(hasBacklog ? 0 : 1, 1, nowMs));
        }

        private void advance(long ms) {
            nowMs += ms;
            driver.advanceWallClockTime(Duration.ofMillis(ms));
        }

        private List<byte[]> values(String topic) {
            List<TestRecord<byte[], byte[]>> records = driver.createOutputTopic(
                            topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList();
            records.forEach(record -> observer.accept(topic, record));
            return records.stream().map(TestRecord::value).toList();
        }

        /** As a query of the running stores would. */
        private Map<String, ObjectNode> explanations() {
            KeyValueStore<Bytes, byte[]> profiles = driver.getKeyValueStore(StoreNames.PROFILES);
            ProfileStore stored = new ProfileStore(
                    profiles,
                    new DeadlineIndex(driver.getKeyValueStore(StoreNames.DEADLINES)),
                    new HeapBudget(0).share(),
                    Integer.MAX_VALUE);
            JournalClock clock = new ClockStore(driver.getKeyValueStore(StoreNames.CLOCK)).clock();
            return new Explanations(scenario, policy)
                    .of(key -> Optional.of(stored.load(key).profile()), key -> clock);
        }

        @Override
        public void close() {
            driver.close();
        }
    }
}
