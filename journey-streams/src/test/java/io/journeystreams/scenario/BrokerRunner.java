package io.journeystreams.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.contracts.SourcePosition;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.rig.JournalTail;
import io.journeystreams.runtime.JourneyRuntime;
import io.journeystreams.runtime.StateMemory;
import io.journeystreams.runtime.StreamsSettings;
import io.journeystreams.topology.ProcessorMeters;
import io.journeystreams.topology.RegistryCodecs;
import io.journeystreams.topology.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * Runs scenarios on a real broker, each with an application and topics of its own, two partitions of everything. A step is
 * sent when the journal holds the one before. With each record, bystanders keep the other partitions of its topic as far as
 * its own.
 */
final class BrokerRunner {

    private static final int PARTITIONS = 2;
    private static final Duration TO_OPEN = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final Path directory;
    private EnginePolicy policy = EnginePolicy.defaults();
    private final InputEncoder inputs;
    private int runs;

    BrokerRunner(Cluster cluster, Path directory) {
        this.cluster = cluster;
        this.directory = directory;
        this.inputs = new InputEncoder(cluster.registry());
    }

    /** @param timeline the last moment of the scenario is over */
    Answers run(Scenario scenario, Timeline timeline) {
        policy = ScenarioPolicy.withoutIdleRule(scenario);
        String application = "scenario-" + ++runs;
        cluster.createTopics(PARTITIONS);
        Topics.INPUTS.forEach(cluster::keepForever);
        try {
            play(application, scenario, timeline);
            assertThat(cluster.read(Topics.DEAD_LETTERS)).isEmpty();
            return new PublishedAnswers(cluster.registry()).read(cluster::read);
        } finally {
            cluster.deleteTopics();
        }
    }

    /** Afterwards all is committed that the processor has to say. */
    private void play(String application, Scenario scenario, Timeline timeline) {
        Clocks clocks = new Clocks();
        try (JourneyRuntime runtime = start(application, clocks);
                KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of("linger.ms", 0));
                JournalTail journal = new JournalTail(cluster)) {
            Shop shop = new Shop(timeline, producer, journal);
            shop.open(clocks::haveCaughtUp);
            for (Scenario.Step step : scenario.steps()) {
                shop.take(step);
                if (scenario.isAboutIdentity()) {
                    awaitAllProcessed(application, journal);
                }
            }
            awaitAllProcessed(application, journal);
            await().atMost(PATIENCE).until(clocks::haveNothingDue);
            assertThat(runtime.state().isRunningOrRebalancing()).isTrue();
        }
    }

    /** Of the journal's partitions. A sweep that uses up its budget goes on after the watermark's offset has been committed. */
    private static final class Clocks implements ProcessorMeters {

        private final Set<Integer> caughtUp = ConcurrentHashMap.newKeySet();
        private final Map<Integer, Integer> due = new ConcurrentHashMap<>();

        @Override
        public void clock(int journalPartition, ClockReading reading) {
            boolean unused = reading.isCaughtUp() ? caughtUp.add(journalPartition) : caughtUp.remove(journalPartition);
        }

        @Override
        public void deadlinesDue(int journalPartition, int atLeast) {
            due.put(journalPartition, atLeast);
        }

        boolean haveCaughtUp() {
            return caughtUp.size() == PARTITIONS;
        }

        boolean haveNothingDue() {
            return due.values().stream().allMatch(count -> count == 0);
        }
    }

    private JourneyRuntime start(String application, ProcessorMeters meters) {
        JourneyRuntime runtime = JourneyRuntime.create(
                settings(application), policy, RegistryCodecs.of(cluster.registry(), SchemaSource.LOOK_UP), meters);
        runtime.start();
        return runtime;
    }

    /** Two threads, of which the one hears at once that the other has come. */
    private StreamsSettings settings(String application) {
        return new StreamsSettings(
                application,
                cluster.bootstrapServers(),
                directory.resolve(application),
                2,
                Optional.empty(),
                0,
                StateMemory.defaults(),
                StreamsSettings.STORE_COMPACTION,
                Map.of(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "200"));
    }

    /** What one profile tells another is appended to the journal when the entry before has been processed. */
    private void awaitAllProcessed(String application, JournalTail journal) {
        Map<TopicPartition, Long> before = Map.of();
        while (!journal.poll().lastOffsets().equals(before)) {
            before = journal.lastOffsets();
            awaitProcessed(application, before);
        }
    }

    /** Outputs are committed together with the offset of the journal entry that led to them. */
    private void awaitProcessed(String application, Map<TopicPartition, Long> entries) {
        entries.forEach((partition, offset) ->
                await().atMost(PATIENCE).until(() -> cluster.committedBy(application, partition) > offset));
    }

    /** What happens in the shop of a scenario, step by step. */
    private final class Shop {

        private final Timeline timeline;
        private final ScenarioEvents events;
        private final KafkaProducer<byte[], byte[]> producer;
        private final JournalTail journal;

        private Shop(Timeline timeline, KafkaProducer<byte[], byte[]> producer, JournalTail journal) {
            this.timeline = timeline;
            this.events = new ScenarioEvents(timeline);
            this.producer = producer;
            this.journal = journal;
        }

        /** The day before the scenario's first one ends when all know that there is no backlog. */
        private void open(BooleanSupplier isCaughtUp) {
            List<String> sources = List.of(ScenarioEvents.CLICKSTREAM, ScenarioEvents.CRM);
            long midnightMs = timeline.midnight().toEpochMilli();
            AtomicLong beforeMs = new AtomicLong(midnightMs - TO_OPEN.toMillis());
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
                moveClock(sources, beforeMs.incrementAndGet());
                return isCaughtUp.getAsBoolean();
            });
            moveClock(sources, midnightMs);
        }

        private void take(Scenario.Step step) {
            if (step instanceof Scenario.Step.Event event) {
                arrive(event);
            } else if (step instanceof Scenario.Step.Clock move) {
                long toMs = timeline.atMs(move.to());
                moveClock(move.sources(), toMs);
            }
        }

        private void arrive(Scenario.Step.Event event) {
            InputRecord record = InputRecord.of(events.reported(event), events.arrivesMs(event));
            int partition = partitionOf(record.keyBytes());
            List<SourcePosition> sent = new ArrayList<>();
            sent.add(send(record, partition));
            String source = event.fields().path("source").asText(ScenarioEvents.CLICKSTREAM);
            long atMs = Math.min(events.reported(event).occurredAtMs(), record.timestampMs());
            IntStream.range(0, PARTITIONS)
                    .filter(other -> other != partition)
                    .forEach(other -> sent.add(send(Bystanders.event(source, other, atMs), other)));
            awaitJournal(() -> sent.stream().allMatch(journal::hasEventFrom));
        }

        private void moveClock(List<String> sources, long toMs) {
            long atMs = toMs + policy.clock().grace().toMillis();
            for (String source : sources) {
                IntStream.range(0, PARTITIONS)
                        .forEach(partition -> send(Bystanders.event(source, partition, atMs), partition));
            }
            List<String> partitions =
                    sources.stream().flatMap(this::partitionsOf).toList();
            awaitJournal(() -> journal.hasHeard(partitions, toMs));
        }

        private Stream<String> partitionsOf(String source) {
            return IntStream.range(0, PARTITIONS).mapToObj(partition -> InputRecord.topicOf(source) + "-" + partition);
        }

        private void awaitJournal(BooleanSupplier condition) {
            await().pollInterval(Duration.ofMillis(1)).atMost(PATIENCE).until(() -> {
                journal.poll();
                return condition.getAsBoolean();
            });
        }

        private SourcePosition send(InputRecord record, int partition) {
            try {
                RecordMetadata metadata = producer.send(new ProducerRecord<>(
                                record.topic(),
                                partition,
                                record.timestampMs(),
                                record.keyBytes(),
                                record.valueBytes(inputs)))
                        .get();
                return new SourcePosition(metadata.topic(), metadata.partition(), metadata.offset());
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("cannot send to " + record.topic(), e);
            }
        }

        private static int partitionOf(byte[] key) {
            return Utils.toPositive(Utils.murmur2(key)) % PARTITIONS;
        }
    }
}
