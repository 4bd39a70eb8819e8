package io.journeystreams.load.bench.peer;

import io.journeystreams.registry.RegistryConnection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;

/**
 * What every other way is told: consumer group, brokers, registry, state directory, stream threads; then what only it knows.
 *
 * @param more the rest
 */
record PeerArguments(
        String group,
        String bootstrapServers,
        String registryUrl,
        String stateDirectory,
        int threads,
        List<String> more) {

    private static final int COMMIT_INTERVAL_MS = 100;
    private static final int FIRST_OF_MORE = 5;

    static PeerArguments of(String[] arguments) {
        List<String> given = List.of(arguments);
        return new PeerArguments(
                given.get(0),
                given.get(1),
                given.get(2),
                given.get(3),
                Integer.parseInt(given.get(4)),
                given.subList(FIRST_OF_MORE, given.size()));
    }

    RegistryConnection registry() {
        return RegistryConnection.open(Map.of(RegistryConnection.URL, registryUrl));
    }

    /** The guarantee and the commit interval of the processor; else what Kafka Streams has by default. */
    Properties streamsConfig() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, group);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
        config.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        return config;
    }
}
