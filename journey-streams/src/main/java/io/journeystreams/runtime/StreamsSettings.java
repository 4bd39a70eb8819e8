package io.journeystreams.runtime;

import io.journeystreams.topology.InstanceName;
import io.journeystreams.topology.RecordLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How Kafka Streams runs.
 *
 * @param applicationId names the group, the changelog topics and the transactions; never changes
 * @param stateDirectory where the stores are; not a directory that is emptied from time to time
 * @param threads stream threads, at least 1
 * @param instanceId static membership: stays with this instance over restarts, and differs between instances
 * @param standbyReplicas copies of each store on other instances
 * @param storeCompaction how often the stores' files are rid of what was deleted
 * @param kafka settings of Kafka's own, without prefix or with the prefixes of Kafka Streams; they come last and win
 */
public record StreamsSettings(
        String applicationId,
        String bootstrapServers,
        Path stateDirectory,
        int threads,
        Optional<String> instanceId,
        int standbyReplicas,
        StateMemory memory,
        Duration storeCompaction,
        Map<String, String> kafka) {

    /** Erased data is gone from the files of the stores after this, or 15 min after a start. */
    public static final Duration STORE_COMPACTION = Duration.ofHours(12);

    /** Every task reads one partition, so there is no other one to wait for, and nothing to ask about it for each record. */
    private static final long NO_TASK_IDLES = StreamsConfig.MAX_TASK_IDLE_MS_DISABLED;

    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);

    /** Nothing that is sent can be read before its commit: until then, batches may grow. */
    private static final long LINGER_MS = COMMIT_INTERVAL.toMillis();

    /** Kafka's 16 KB are full after eight profiles, and to take a batch costs the broker as much as to take many records. */
    private static final int BATCH_BYTES = 64 * 1024;

    /**
     * Kafka Streams 4.3.1 does not let a failed thread leave its group, so its partitions stand still until its session times
     * out. A static member needs the usual 45 s to restart; a dynamic one gains nothing by them.
     */
    private static final int DYNAMIC_SESSION_TIMEOUT_MS = 10_000;

    /** Room for headers and the like beside key and value, bytes. */
    private static final int RECORD_OVERHEAD = 64 * 1024;

    /** Shorter than tombstones live in the changelogs, so that no old directory brings back what was deleted. */
    private static final Duration UNUSED_STATE_LIVES = Duration.ofHours(12);

    public StreamsSettings {
        kafka = Map.copyOf(kafka);
        if (applicationId.isBlank()) {
            throw new IllegalArgumentException("applicationId must not be blank");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
        if (storeCompaction.isZero() || storeCompaction.isNegative()) {
            throw new IllegalArgumentException("storeCompaction must be positive: " + storeCompaction);
        }
        if (standbyReplicas < 0) {
            throw new IllegalArgumentException("standbyReplicas must not be negative: " + standbyReplicas);
        }
    }

    /** One thread, no standby, no static membership, the usual memory. */
    public static StreamsSettings of(String applicationId, String bootstrapServers, Path stateDirectory) {
        return new StreamsSettings(
                applicationId,
                bootstrapServers,
                stateDirectory,
                1,
                Optional.empty(),
                0,
                StateMemory.defaults(),
                STORE_COMPACTION,
                Map.of());
    }

    public StreamsSettings withThreads(int count) {
        return new StreamsSettings(
                applicationId,
                bootstrapServers,
                stateDirectory,
                count,
                instanceId,
                standbyReplicas,
                memory,
                storeCompaction,
                kafka);
    }

    public StreamsSettings compactingEvery(Duration interval) {
        return new StreamsSettings(
                applicationId,
                bootstrapServers,
                stateDirectory,
                threads,
                instanceId,
                standbyReplicas,
                memory,
                interval,
                kafka);
    }

    /** Settings of an admin client for the same cluster. */
    public Map<String, Object> adminConfig() {
        Map<String, Object> config = new HashMap<>(kafka);
        config.keySet().retainAll(AdminClientConfig.configNames());
        config.putIfAbsent(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return config;
    }

    /** Settings of Kafka Streams. */
    public Map<String, Object> streamsConfig(RecordLimits limits) {
        Map<String, Object> config = new HashMap<>();
        addIdentity(config);
        addProcessing(config);
        addClients(config, limits);
        addStores(config);
        config.putAll(kafka);
        return config;
    }

    private void addIdentity(Map<String, Object> config) {
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        config.put(StreamsConfig.APPLICATION_SERVER_CONFIG, InstanceName.unnamed());
        instanceId.ifPresentOrElse(
                id -> config.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), id),
                () -> config.put(
                        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                        DYNAMIC_SESSION_TIMEOUT_MS));
    }

    private void addProcessing(Map<String, Object> config) {
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL.toMillis());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        config.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, NO_TASK_IDLES);
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, FailingHandler.class);
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FailingHandler.class);
        config.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, FailingHandler.class);
    }

    private static void addClients(Map<String, Object> config, RecordLimits limits) {
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MS);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        config.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                limits.output() + RECORD_OVERHEAD);
    }

    private void addStores(Map<String, Object> config) {
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbyReplicas);
        config.put(StreamsConfig.STATE_CLEANUP_DIR_MAX_AGE_MS_CONFIG, UNUSED_STATE_LIVES.toMillis());
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        config.put(BoundedRocksDb.BLOCK_CACHE_BYTES, memory.blockCacheBytes());
        config.put(BoundedRocksDb.WRITE_BUFFER_BYTES, memory.writeBufferBytes());
    }
}
