package io.journeystreams.backtest;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.intake.Decoded;
import io.journeystreams.local.broker.LocalBroker;
import io.journeystreams.local.registry.EmbeddedRegistry;
import io.journeystreams.output.AvroJson;
import io.journeystreams.output.OutputTopic;
import io.journeystreams.registry.AvroPayloadDecoder;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.WriterSchemas;
import io.journeystreams.runtime.JourneyRuntime;
import io.journeystreams.runtime.StreamsSettings;
import io.journeystreams.topics.TopicAdmin;
import io.journeystreams.topics.TopicCatalogue;
import io.journeystreams.topology.Codecs;
import io.journeystreams.topology.ProcessorMeters;
import io.journeystreams.topology.RegistryCodecs;
import io.journeystreams.topology.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker and registry, the processor as {@code run} starts it, and every topic with two partitions. */
final class BrokerRun implements AutoCloseable {

    static final int PARTITIONS = 2;

    /** Some number that is not zero: the clock has moved, and the sweep is still to come. */
    private static final int UNKNOWN = 1;

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final EnginePolicy policy;
    private final Path directory;
    private final LocalBroker broker;
    private final EmbeddedRegistry registryServer;
    private final RegistryConnection registry;
    private final Codecs codecs;
    private final Map<Integer, Long> clocks = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> due = new ConcurrentHashMap<>();
    private Optional<JourneyRuntime> runtime = Optional.empty();

    BrokerRun(Path directory, EnginePolicy policy) throws IOException {
        this.directory = directory;
        this.policy = policy;
        this.broker = LocalBroker.start(directory.resolve("broker"));
        this.registryServer = EmbeddedRegistry.start(0);
        this.registry = RegistryConnection.open(Map.of(RegistryConnection.URL, registryServer.url()));
        this.codecs = RegistryCodecs.of(registry, SchemaSource.REGISTER);
        try (TopicAdmin admin = TopicAdmin.connect(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicCatalogue.load().forEach(topic -> admin.create(topic, Optional.of(PARTITIONS), Optional.empty()));
        }
    }

    /** All events are in the topics before the processor starts. */
    void publish(List<EventFile> files) throws IOException {
        CanonicalRecords records = new CanonicalRecords(registry);
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", 20);
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
                ArrivalOrder arrivals =
                        ArrivalOrder.of(files, InputSurvey.of(files, CanonicalEvents.BadRows.IGNORED, Progress.NONE))) {
            for (Optional<Arrival> next = arrivals.next(); next.isPresent(); next = arrivals.next()) {
                var unused = producer.send(records.of(next.get()));
            }
        }
    }

    /** Runs the processor until its clock has passed a time and nothing is due any more. */
    void runUntil(long clockMs) {
        JourneyRuntime started = JourneyRuntime.create(
                StreamsSettings.of("parity", broker.bootstrapServers(), directory.resolve("state"))
                        .withThreads(2),
                policy,
                codecs,
                new Watching());
        runtime = Optional.of(started);
        started.start();
        await().atMost(LIMIT)
                .failFast("the processor stopped", () -> started.stopped().isDone())
                .pollInterval(Duration.ofMillis(200))
                .until(() -> IntStream.range(0, PARTITIONS)
                        .allMatch(partition -> clocks.getOrDefault(partition, Long.MIN_VALUE) >= clockMs
                                && due.getOrDefault(partition, UNKNOWN) == 0));
        started.close();
    }

    /** What was published, by partition and in its order; committed records only. */
    List<JsonNode> published(OutputTopic topic) {
        return switch (topic) {
            case SESSIONS -> published(Topics.SESSIONS, SessionEvent.class);
            case ABANDONMENT -> published(Topics.ABANDONMENT, AbandonmentEvent.class);
            case ABANDONMENT_ACTIONS -> published(Topics.ABANDONMENT_ACTIONS, AbandonmentEvent.class);
            case PROFILES -> published(Topics.PROFILES, ProfileEvent.class);
        };
    }

    List<JournalEntry> journal(int partition) {
        return read(Topics.JOURNAL, partition).stream()
                .map(record -> codecs.journalReader().decode(record.value()))
                .map(decoded -> ((Decoded.Value<JournalEntry>) decoded).value())
                .toList();
    }

    int deadLetters() {
        return IntStream.range(0, PARTITIONS)
                .map(partition -> read(Topics.DEAD_LETTERS, partition).size())
                .sum();
    }

    Codecs codecs() {
        return codecs;
    }

    private <T extends SpecificRecord> List<JsonNode> published(String topic, Class<T> type) {
        AvroPayloadDecoder<T> decoder = new AvroPayloadDecoder<>(type, new WriterSchemas(registry));
        return IntStream.range(0, PARTITIONS)
                .boxed()
                .flatMap(partition -> read(topic, partition).stream())
                .map(record -> decoder.decode(record.value()))
                .map(decoded -> ((io.journeystreams.registry.Decoded.Value<T>) decoded).value())
                .map(record -> TestData.parse(new String(AvroJson.write(record), StandardCharsets.UTF_8)))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic, int partition) {
        TopicPartition wanted = new TopicPartition(topic, partition);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        Map<String, Object> config =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(wanted));
            consumer.seekToBeginning(List.of(wanted));
            long end =
                    Objects.requireNonNull(consumer.endOffsets(List.of(wanted)).get(wanted));
            while (consumer.position(wanted) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    @Override
    public void close() throws IOException {
        runtime.ifPresent(JourneyRuntime::close);
        registry.close();
        registryServer.close();
        broker.close();
    }

    private final class Watching implements ProcessorMeters {

        /** Told before what the clock has passed is swept. */
        @Override
        public void clock(int journalPartition, long timeMs, long wallMs) {
            due.put(journalPartition, UNKNOWN);
            clocks.put(journalPartition, timeMs);
        }

        @Override
        public void deadlinesDue(int journalPartition, int atLeast) {
            due.put(journalPartition, atLeast);
        }
    }
}
