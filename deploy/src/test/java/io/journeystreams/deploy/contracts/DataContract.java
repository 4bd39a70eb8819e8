package io.journeystreams.deploy.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** An output topic as a data contract of the Open Data Contract Standard, 3.1. */
final class DataContract {

    private DataContract() {}

    static Map<String, Object> document(ContractTopic topic) {
        return Entries.of(
                "apiVersion",
                "v3.1.0",
                "kind",
                "DataContract",
                "id",
                topic.name(),
                "name",
                topic.name(),
                "version",
                "1.0.0",
                "status",
                "draft",
                "domain",
                "customer-journeys",
                "description",
                Entries.of(
                        "purpose",
                        topic.purpose(),
                        "usage",
                        usage(topic),
                        "limitations",
                        "Exactly once holds for readers with isolation.level=read_committed. Order is kept for one profile, not between profiles."),
                "schema",
                List.of(schema(topic)),
                "slaProperties",
                sla(topic));
    }

    /** Id and revision, or the profile where a topic holds only the latest. */
    static List<String> key(Schema contract) {
        return Stream.of("sessionId", "transitionId", "alertId", "momentId", "frictionId", "settlementId")
                .filter(id -> contract.getField(id) != null && !isNullable(contract, id))
                .findFirst()
                .map(id -> List.of(id, "revision"))
                .orElse(List.of("profile"));
    }

    private static boolean isNullable(Schema contract, String field) {
        return contract.getField(field).schema().isNullable();
    }

    private static String usage(ContractTopic topic) {
        return topic.isCompacted()
                ? "The latest record of a profile is valid; a record without a value deletes it."
                : "Dedupe on " + String.join(" + ", key(topic.value())) + "; the highest revision is valid.";
    }

    private static Map<String, Object> schema(ContractTopic topic) {
        List<String> key = key(topic.value());
        List<Map<String, Object>> properties = new ArrayList<>();
        for (Schema.Field field : topic.value().getFields()) {
            properties.add(DataField.property(field, key.indexOf(field.name()) + 1));
        }
        return Entries.of(
                "name",
                topic.value().getName(),
                "physicalName",
                topic.name(),
                "physicalType",
                "topic",
                "logicalType",
                "object",
                "description",
                topic.value().getDoc(),
                "dataGranularityDescription",
                topic.isCompacted() ? "One record a profile and change of it." : "One record a revision.",
                "properties",
                properties,
                "quality",
                List.of(unique(key)));
    }

    private static Map<String, Object> unique(List<String> key) {
        return Entries.of(
                "type",
                "library",
                "metric",
                "duplicateValues",
                "dimension",
                "uniqueness",
                "description",
                "After deduplication; a replay repeats what was told, with the same ids.",
                "arguments",
                Entries.of("properties", key),
                "mustBe",
                0);
    }

    private static List<Map<String, Object>> sla(ContractTopic topic) {
        return List.of(
                retention(topic),
                Entries.of(
                        "property",
                        "latency",
                        "value",
                        1,
                        "unit",
                        "s",
                        "driver",
                        "operational",
                        "description",
                        "From input to output, p99, while nothing lags; what waits for a deadline comes after it. Measured: docs/performance.md."));
    }

    private static Map<String, Object> retention(ContractTopic topic) {
        return topic.retentionDays()
                .map(days -> Entries.of("property", "retention", "value", days, "unit", "d", "driver", "operational"))
                .orElseGet(() -> Entries.of(
                        "property",
                        "retention",
                        "value",
                        "latest of each key",
                        "driver",
                        "operational",
                        "description",
                        "Compacted."));
    }
}
