package io.journeystreams.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Custom resources of the Strimzi operator, API version v1 (Strimzi 0.49 and newer), as text. */
final class StrimziYaml {

    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(YAMLGenerator.Feature.MINIMIZE_QUOTES).build();

    private StrimziYaml() {}

    /**
     * A resource without its spec.
     *
     * @param cluster name of the Kafka resource that it belongs to
     */
    static ObjectNode resource(String kind, String name, String cluster) {
        ObjectNode resource = JsonMapper.builder().build().createObjectNode();
        resource.put("apiVersion", "kafka.strimzi.io/v1").put("kind", kind);
        resource.putObject("metadata").put("name", name).putObject("labels").put("strimzi.io/cluster", cluster);
        return resource;
    }

    /** One document, its marker included. */
    static String document(JsonNode resource) {
        try {
            return YAML.writeValueAsString(resource);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always YAML", e);
        }
    }
}
