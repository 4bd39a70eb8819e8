package io.journeystreams.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach the brokers.
 *
 * @param properties settings of the Kafka clients under their own names
 */
public record KafkaSettings(Optional<String> bootstrapServers, Map<String, String> properties) {

    public KafkaSettings {
        properties = Map.copyOf(properties);
    }

    /**
     * Settings for any Kafka client.
     *
     * @throws InvalidConfigException if no brokers are named
     */
    public Map<String, String> clientProperties() {
        Map<String, String> all = new HashMap<>(properties);
        all.put("bootstrap.servers", requireBootstrapServers());
        return all;
    }

    /** @throws InvalidConfigException if no brokers are named */
    public String requireBootstrapServers() {
        return bootstrapServers.orElseThrow(() -> MissingSetting.of(JourneyConfigKeys.KAFKA_BOOTSTRAP_SERVERS));
    }
}
