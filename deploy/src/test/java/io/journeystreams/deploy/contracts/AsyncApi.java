package io.journeystreams.deploy.contracts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The topics as an AsyncAPI 3.0 document: inputs are received, outputs are sent. */
final class AsyncApi {

    private static final String BINDING_VERSION = "0.5.0";
    private static final String FROZEN = "../../schemas/contracts/src/main/frozen/v1/";
    private static final long DAY_MS = 86_400_000;

    private AsyncApi() {}

    static Map<String, Object> document(List<ContractTopic> topics) {
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        Map<String, Object> messages = new LinkedHashMap<>();
        for (ContractTopic topic : topics) {
            channels.put(topic.name(), channel(topic));
            operations.put((topic.isInput() ? "receive-" : "send-") + topic.name(), operation(topic));
            messages.put(topic.name(), message(topic));
        }
        return Entries.of(
                "asyncapi",
                "3.0.0",
                "info",
                Entries.of(
                        "title",
                        "Journey Streams",
                        "version",
                        "1.0.0",
                        "description",
                        "Customer journeys from event streams. Outputs are written in transactions: read them with isolation.level=read_committed. How to read them: docs/data-platform.md.",
                        "license",
                        Entries.of("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0")),
                "defaultContentType",
                "application/avro",
                "channels",
                channels,
                "operations",
                operations,
                "components",
                Entries.of(
                        "messages", messages, "schemas", Entries.of("cloudEventHeaders", CloudEventSchema.headers())));
    }

    private static Map<String, Object> channel(ContractTopic topic) {
        return Entries.of(
                "address",
                topic.name(),
                "description",
                topic.purpose(),
                "messages",
                Entries.of(topic.value().getName(), reference("#/components/messages/" + topic.name())),
                "bindings",
                Entries.of("kafka", topicBinding(topic)));
    }

    private static Map<String, Object> topicBinding(ContractTopic topic) {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("cleanup.policy", List.of(topic.isCompacted() ? "compact" : "delete"));
        topic.retentionDays().ifPresent(days -> configuration.put("retention.ms", days * DAY_MS));
        configuration.put("max.message.bytes", topic.maxMessageBytes());
        configuration.put("message.timestamp.type", topic.timestamps());
        return Entries.of(
                "topic",
                topic.name(),
                "partitions",
                topic.partitions(),
                "topicConfiguration",
                configuration,
                "bindingVersion",
                BINDING_VERSION);
    }

    /** Readers of outputs take groups of their own; ours is told, because rights are given to it. */
    private static Map<String, Object> operation(ContractTopic topic) {
        Map<String, Object> operation = Entries.of(
                "action", topic.isInput() ? "receive" : "send", "channel", reference("#/channels/" + topic.name()));
        if (topic.isInput()) {
            operation.put(
                    "bindings",
                    Entries.of(
                            "kafka",
                            Entries.of(
                                    "groupId",
                                    Entries.of(
                                            "type",
                                            "string",
                                            "default",
                                            "journey",
                                            "description",
                                            "The setting streams.applicationId."),
                                    "bindingVersion",
                                    BINDING_VERSION)));
        }
        return operation;
    }

    private static Map<String, Object> message(ContractTopic topic) {
        Map<String, Object> message = Entries.of(
                "name",
                topic.value().getName(),
                "title",
                topic.value().getName() + " on " + topic.name(),
                "description",
                topic.value().getDoc(),
                "contentType",
                "application/avro");
        if (!topic.isInput()) {
            message.put("headers", reference("#/components/schemas/cloudEventHeaders"));
        }
        message.put(
                "payload",
                Entries.of(
                        "schemaFormat",
                        "application/vnd.apache.avro;version=1.9.0",
                        "schema",
                        reference(FROZEN + topic.value().getName() + ".avsc")));
        message.put(
                "bindings",
                Entries.of(
                        "kafka",
                        Entries.of(
                                "key",
                                Entries.of("type", "string", "description", topic.key()),
                                "schemaIdLocation",
                                "payload",
                                "schemaIdPayloadEncoding",
                                "confluent",
                                "schemaLookupStrategy",
                                "TopicNameStrategy",
                                "bindingVersion",
                                BINDING_VERSION)));
        return message;
    }

    private static Map<String, Object> reference(String target) {
        return Entries.of("$ref", target);
    }
}
