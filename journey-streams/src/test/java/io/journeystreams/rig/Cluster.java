package io.journeystreams.rig;

import io.journeystreams.local.broker.LocalBroker;
import io.journeystreams.local.registry.EmbeddedRegistry;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.SchemaRegistration;
import io.journeystreams.topics.ContractSubjects;
import io.journeystreams.topics.TopicAdmin;
import io.journeystreams.topics.TopicCatalogue;
import io.journeystreams.topics.WantedTopic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker and a registry with our contracts; topics come and go. */
public final class Cluster implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    /** How long a broker keeps a fetch that finds nothing, milliseconds. A consumer that goes elsewhere meanwhile waits for it. */
    private static final int FETCH_WAITS_MS = 20;

    private final LocalBroker broker;
    private final EmbeddedRegistry registryServer;
    private final RegistryConnection registry;
    private final Admin admin;

    private Cluster(LocalBroker broker, EmbeddedRegistry registryServer) {
        this.broker = broker;
        this.registryServer = registryServer;
        this.registry = RegistryConnection.open(Map.of(RegistryConnection.URL, registryServer.url()));
        this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        new SchemaRegistration(registry).register(ContractSubjects.of(TopicCatalogue.load()));
    }

    /** @param directory where the broker keeps its data */
    public static Cluster start(Path directory) {
        return start(directory, Map.of());
    }

    /**
     * As {@link #start(Path)}.
     *
     * @param settings of the broker that replace ours
     */
    public static Cluster start(Path directory, Map<String, String> settings) {
        LocalBroker broker = LocalBroker.start(directory, settings);
        try {
            return new Cluster(broker, EmbeddedRegistry.start(0));
        } catch (IOException e) {
            broker.close();
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public String registryUrl() {
        return registryServer.url();
    }

    public RegistryConnection registry() {
        return registry;
    }

    /** Makes all topics of the catalogue, each with so many partitions. */
    public void createTopics(int partitions) {
        try (TopicAdmin topics = TopicAdmin.connect(Map.of("bootstrap.servers", bootstrapServers()))) {
            TopicCatalogue.load().forEach(topic -> topics.create(topic, Optional.of(partitions), Optional.empty()));
        }
    }

    /** Changes settings of a topic. */
    public void alter(String topic, Map<String, String> settings) {
        List<AlterConfigOp> changes = settings.entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        try {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), changes))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot change the settings of " + topic, e);
        }
    }

    /** The settings of a topic itself, without those that the broker's own defaults give it. */
    public Map<String, String> settings(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            return Objects.requireNonNull(
                            admin.describeConfigs(List.of(resource)).all().get().get(resource))
                    .entries()
                    .stream()
                    .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                    .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot see the settings of " + topic, e);
        }
    }

    /** Every topic, our own changelogs included. */
    public Set<String> topics() {
        try {
            return admin.listTopics().names().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot list the topics", e);
        }
    }

    /** A broker looks half a minute after its start for records that are too old by their timestamps, and deletes them. */
    public void keepForever(String topic) {
        alter(topic, Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
    }

    public void deleteTopics() {
        List<String> names =
                TopicCatalogue.load().stream().map(WantedTopic::name).toList();
        try {
            admin.deleteTopics(names).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot delete the topics", e);
        }
    }

    /** @param settings beside the address */
    public KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
        Map<String, Object> config = new HashMap<>(settings);
        config.put("bootstrap.servers", bootstrapServers());
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sees what is committed and nothing else. */
    public KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                FETCH_WAITS_MS);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Committed values of a topic, one partition after the other. */
    public List<byte[]> read(String topic) {
        List<byte[]> values = new ArrayList<>();
        records(topic).forEach(record -> values.add(record.value()));
        return values;
    }

    /** Committed records of a topic, one partition after the other. */
    public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        forEach(topic, records::add);
        records.sort(Comparator.comparingInt(ConsumerRecord::partition));
        return records;
    }

    /** The key of each committed record, in no order; also of a topic whose records are too many to be held. */
    public List<String> keys(String topic) {
        List<String> keys = new ArrayList<>();
        forEach(topic, record -> keys.add(new String(record.key(), StandardCharsets.UTF_8)));
        return keys;
    }

    private void forEach(String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = ends(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(reader);
            }
        }
    }

    /** Behind all that was written, so that what is being committed is waited for. */
    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        try {
            return admin
                    .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot see where the topics end", e);
        }
    }

    /** The next offset that the group will read; 0 if it has committed none. */
    public long committedBy(String group, TopicPartition partition) {
        try {
            OffsetAndMetadata committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(partition);
            return committed == null ? 0 : committed.offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot see how far " + group + " has come", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
        registry.close();
        registryServer.close();
        broker.close();
    }
}
