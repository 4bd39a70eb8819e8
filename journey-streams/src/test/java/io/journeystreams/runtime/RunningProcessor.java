package io.journeystreams.runtime;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.time.ClockPolicy;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.local.broker.LocalBroker;
import io.journeystreams.local.registry.EmbeddedRegistry;
import io.journeystreams.local.registry.SchemaStore;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.topology.ProcessorMeters;
import io.journeystreams.topology.RegistryCodecs;
import io.journeystreams.topology.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker, a registry and the processor, with three partitions of clickstream, one of CRM and two of journal. */
final class RunningProcessor implements AutoCloseable {

    static final int CLICKSTREAM_PARTITIONS = 3;
    static final int JOURNAL_PARTITIONS = 2;

    private final Path directory;
    private final ClockPolicy clockPolicy;
    private final LocalBroker broker;
    private final SchemaStore schemas = new SchemaStore();
    private EmbeddedRegistry registryServer;
    private final RegistryConnection registry;
    private final AvroSerializer<ClickstreamEvent> clickstreamSerializer;
    private final AvroSerializer<CrmEvent> crmSerializer;
    private final List<JourneyRuntime> runtimes = new ArrayList<>();

    /** What the clock of each journal partition showed last, epoch milliseconds. */
    final Map<Integer, Long> clocks = new ConcurrentHashMap<>();

    /** Dead letters by reason. */
    final Map<String, Integer> deadLetters = new ConcurrentHashMap<>();

    RunningProcessor(Path directory, ClockPolicy clockPolicy) throws Exception {
        this.directory = directory;
        this.clockPolicy = clockPolicy;
        this.broker = LocalBroker.start(directory.resolve("broker"));
        this.registryServer = EmbeddedRegistry.start(0, schemas);
        this.registry = RegistryConnection.open(Map.of(RegistryConnection.URL, registryServer.url()));
        this.clickstreamSerializer = new AvroSerializer<>(ClickstreamEvent.class, registry, SchemaSource.REGISTER);
        this.crmSerializer = new AvroSerializer<>(CrmEvent.class, registry, SchemaSource.REGISTER);
        createTopics();
    }

    JourneyRuntime start() {
        EnginePolicy policy = EnginePolicy.defaults().with(clockPolicy);
        JourneyRuntime runtime = JourneyRuntime.create(
                StreamsSettings.of("journey-test", broker.bootstrapServers(), directory.resolve("state"))
                        .withThreads(2),
                policy,
                RegistryCodecs.of(registry, SchemaSource.REGISTER),
                new Watching());
        runtimes.add(runtime);
        runtime.start();
        return runtime;
    }

    void stopRegistry() {
        registryServer.close();
    }

    /** On its old port, with what it knew. */
    void startRegistry() throws IOException {
        registryServer = EmbeddedRegistry.start(registryServer.port(), schemas);
    }

    KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
        Map<String, Object> config = new HashMap<>(settings);
        config.put("bootstrap.servers", broker.bootstrapServers());
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    ProducerRecord<byte[], byte[]> record(int partition, long timestampMs, ClickstreamEvent event) {
        byte[] value = Objects.requireNonNull(clickstreamSerializer.serialize(Topics.CLICKSTREAM, event));
        return new ProducerRecord<>(Topics.CLICKSTREAM, partition, timestampMs, null, value);
    }

    ProducerRecord<byte[], byte[]> record(long timestampMs, CrmEvent event) {
        byte[] value = Objects.requireNonNull(crmSerializer.serialize(Topics.CRM, event));
        return new ProducerRecord<>(Topics.CRM, 0, timestampMs, null, value);
    }

    /** Committed records of a topic's partition, in their order. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic, int partition) {
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
                consumer.poll(java.time.Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    List<JournalEntry> journal(int partition) {
        io.journeystreams.topology.Codecs codecs = RegistryCodecs.of(registry, SchemaSource.LOOK_UP);
        return read(Topics.JOURNAL, partition).stream()
                .map(record -> codecs.journalReader().decode(record.value()))
                .map(decoded -> ((io.journeystreams.intake.Decoded.Value<JournalEntry>) decoded).value())
                .toList();
    }

    /** The clock that is furthest behind; the earliest time there is while some have not moved. */
    long slowestClock() {
        return clocks.size() < JOURNAL_PARTITIONS
                ? Long.MIN_VALUE
                : clocks.values().stream().mapToLong(Long::longValue).min().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        runtimes.forEach(JourneyRuntime::close);
        registry.close();
        registryServer.close();
        broker.close();
    }

    private void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            List<NewTopic> topics = new ArrayList<>();
            topics.add(topic(Topics.CLICKSTREAM, CLICKSTREAM_PARTITIONS));
            topics.add(topic(Topics.CRM, 1));
            topics.add(topic(Topics.JOURNAL, JOURNAL_PARTITIONS));
            Stream.of(
                            Topics.SESSIONS,
                            Topics.STAGE_TRANSITIONS,
                            Topics.ABANDONMENT,
                            Topics.ABANDONMENT_ACTIONS,
                            Topics.MOMENTS,
                            Topics.FRICTION,
                            Topics.CHURN_RISK,
                            Topics.CHURN_SETTLEMENTS,
                            Topics.PROFILES,
                            Topics.MAP,
                            Topics.DEAD_LETTERS)
                    .forEach(name -> topics.add(topic(name, 1)));
            admin.createTopics(topics).all().get();
        }
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, (short) 1);
    }

    private final class Watching implements ProcessorMeters {

        @Override
        public void clock(int journalPartition, ClockReading reading) {
            clocks.put(journalPartition, reading.timeMs());
        }

        @Override
        public void deadLetter(String topic, io.journeystreams.intake.RejectionReason reason) {
            deadLetters.merge(reason.name(), 1, Integer::sum);
        }
    }
}
