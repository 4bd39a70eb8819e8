package io.journeystreams.sink;

import io.journeystreams.registry.RegistryConnection;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;

/**
 * What the sink is told, from a file of properties; docs/data-platform.md lists them.
 *
 * @param kafka settings of the consumer, by Kafka's own names
 * @param registry settings of the registry client, by Confluent's own names
 * @param password absent where PostgreSQL asks for none
 * @param batchRecords most records of one transaction
 */
record SinkSettings(
        Map<String, String> kafka,
        Map<String, String> registry,
        String url,
        String user,
        @Nullable String password,
        Set<SunkTopic> topics,
        int batchRecords) {

    private static final String KAFKA = "kafka.";
    private static final String REGISTRY = "registry.";
    private static final Set<String> OWN =
            Set.of("postgres.url", "postgres.user", "postgres.password.file", "topics", "batch.records");

    /** What exactly once rests on. */
    private static final Set<String> RESERVED = Set.of(
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);

    private static final int MOST_BATCH_RECORDS = 10_000;

    SinkSettings {
        kafka = Map.copyOf(kafka);
        registry = Map.copyOf(registry);
        topics = Set.copyOf(topics);
    }

    /** @throws SinkException {@link SinkExit#SETTINGS}, with every unknown key named */
    static SinkSettings read(Path file) {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw wrong("cannot read " + file + ": " + unreadable.getMessage());
        }
        refuseUnknown(properties.stringPropertyNames());
        Map<String, String> registry = below(properties, REGISTRY);
        registry.put(RegistryConnection.URL, required(properties, "registry.url"));
        registry.remove("url");
        required(properties, KAFKA + ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG);
        return new SinkSettings(
                below(properties, KAFKA),
                registry,
                required(properties, "postgres.url"),
                required(properties, "postgres.user"),
                password(properties.getProperty("postgres.password.file")),
                topics(properties.getProperty("topics", "")),
                batchRecords(properties.getProperty("batch.records", "500")));
    }

    private static void refuseUnknown(Set<String> keys) {
        Set<String> unknown = new TreeSet<>(keys);
        unknown.removeIf(key -> OWN.contains(key) || key.startsWith(KAFKA) || key.startsWith(REGISTRY));
        if (!unknown.isEmpty()) {
            throw wrong("unknown settings: " + String.join(", ", unknown));
        }
        RESERVED.stream().filter(key -> keys.contains(KAFKA + key)).findFirst().ifPresent(key -> {
            throw wrong(KAFKA + key + " is the sink's own");
        });
    }

    private static Map<String, String> below(Properties properties, String prefix) {
        Map<String, String> below = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                below.put(key.substring(prefix.length()), properties.getProperty(key));
            }
        }
        return below;
    }

    private static String required(Properties properties, String key) {
        String value = properties.getProperty(key, "").trim();
        if (value.isEmpty()) {
            throw wrong(key + " is missing");
        }
        return value;
    }

    private static @Nullable String password(@Nullable String file) {
        try {
            return file == null
                    ? null
                    : Files.readString(Path.of(file.trim()), StandardCharsets.UTF_8)
                            .strip();
        } catch (IOException unreadable) {
            throw wrong("cannot read postgres.password.file " + file);
        }
    }

    private static Set<SunkTopic> topics(String names) {
        if (names.isBlank()) {
            return EnumSet.allOf(SunkTopic.class);
        }
        Set<SunkTopic> topics = EnumSet.noneOf(SunkTopic.class);
        for (String name : names.trim().split("\\s*,\\s*", -1)) {
            topics.add(SunkTopic.of(name).orElseThrow(() -> wrong("topics: no table for " + name)));
        }
        return topics;
    }

    private static int batchRecords(String text) {
        try {
            int records = Integer.parseInt(text.trim());
            if (records >= 1 && records <= MOST_BATCH_RECORDS) {
                return records;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw wrong("batch.records must be from 1 to " + MOST_BATCH_RECORDS + ": " + text);
    }

    private static SinkException wrong(String message) {
        return new SinkException(SinkExit.SETTINGS, message);
    }
}
