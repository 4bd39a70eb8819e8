package io.journeystreams.deploy.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * A topic that others write or read, as {@code topics.yaml} has it, with the Avro schema of its values.
 *
 * @param key what the record key holds, in words
 * @param retention such as 30d; empty if the topic is compacted
 */
record ContractTopic(
        String name,
        boolean isInput,
        String purpose,
        String key,
        int partitions,
        Optional<String> retention,
        String timestamps,
        int maxMessageBytes,
        Schema value) {

    private static final Path TOPICS =
            Path.of("../journey-streams/src/main/resources/io/journeystreams/topics/topics.yaml");
    private static final String PACKAGE = "io.journeystreams.contracts.";

    /** Inputs and outputs whose values have a contract; the journal is nobody else's business. */
    static List<ContractTopic> all() throws IOException {
        List<ContractTopic> topics = new ArrayList<>();
        for (JsonNode topic : new YAMLMapper().readTree(TOPICS.toFile())) {
            boolean isOurs = topic.path("role").asText().equals("journal");
            boolean hasContract = topic.path("value").asText().endsWith("Event");
            if (hasContract && !isOurs) {
                topics.add(of(topic));
            }
        }
        return List.copyOf(topics);
    }

    static List<ContractTopic> outputs() throws IOException {
        return all().stream().filter(topic -> !topic.isInput()).toList();
    }

    /** Days to keep records; empty if the topic is compacted. */
    Optional<Integer> retentionDays() {
        return retention.map(text -> {
            if (!text.toLowerCase(Locale.ROOT).matches("\\d+d")) {
                throw new IllegalArgumentException("retention is expected in days: " + text);
            }
            return Integer.valueOf(text.substring(0, text.length() - 1));
        });
    }

    boolean isCompacted() {
        return retention.isEmpty();
    }

    private static ContractTopic of(JsonNode topic) {
        return new ContractTopic(
                topic.path("name").asText(),
                topic.path("role").asText().equals("input"),
                topic.path("purpose").asText(),
                topic.path("key").asText(),
                topic.path("partitions").asInt(),
                Optional.ofNullable(topic.path("retention").asText(null)),
                topic.path("timestamps").asText(),
                topic.path("maxMessageBytes").asInt(),
                schema(topic.path("value").asText()));
    }

    private static Schema schema(String contract) {
        try {
            return SpecificData.get().getSchema(Class.forName(PACKAGE + contract));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("topics.yaml names a contract that is not there: " + contract, e);
        }
    }
}
