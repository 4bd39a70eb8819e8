package io.journeystreams.topics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Topics as {@code KafkaTopic} resources; how many copies there are is left to the brokers. */
public final class StrimziTopics {

    private StrimziTopics() {}

    /**
     * One YAML document a topic, in their order.
     *
     * @param cluster name of the Kafka resource that they belong to
     */
    public static String yaml(List<WantedTopic> topics, String cluster) {
        return topics.stream()
                .map(topic -> StrimziYaml.document(resource(topic, cluster)))
                .collect(Collectors.joining());
    }

    private static ObjectNode resource(WantedTopic topic, String cluster) {
        ObjectNode resource = StrimziYaml.resource("KafkaTopic", topic.name(), cluster);
        ObjectNode spec = resource.putObject("spec").put("partitions", topic.partitions());
        ObjectNode config = spec.putObject("config");
        new TreeMap<>(topic.config()).forEach((name, value) -> put(config, name, value));
        return resource;
    }

    private static void put(ObjectNode config, String name, String value) {
        if (value.chars().allMatch(Character::isDigit)) {
            config.put(name, Long.parseLong(value));
        } else {
            config.put(name, value);
        }
    }
}
