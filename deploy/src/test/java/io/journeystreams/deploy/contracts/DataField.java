package io.journeystreams.deploy.contracts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** A field of an Avro contract as a property of ODCS. */
final class DataField {

    /** Names or addresses of people, or keys by which they are found. */
    private static final Set<String> PERSONAL = Set.of("profile", "contact", "deviceId", "recoveryLink");

    private DataField() {}

    /** @param keyPlace from 1; 0 if the field is no part of the key */
    static Map<String, Object> property(Schema.Field field, int keyPlace) {
        Map<String, Object> property = Entries.of("name", field.name());
        property.putAll(typeOf(valueOf(field.schema())));
        property.put("description", field.doc());
        property.put("required", !field.schema().isNullable());
        if (keyPlace > 0) {
            property.put("primaryKey", true);
            property.put("primaryKeyPosition", keyPlace);
        }
        boolean isFigures = valueOf(field.schema()).getType() == Schema.Type.RECORD;
        if (PERSONAL.contains(field.name()) && !isFigures) {
            property.put("classification", "personal");
        }
        if (field.name().equals("revision")) {
            property.put("logicalTypeOptions", Entries.of("minimum", 1));
        }
        if (field.schema().getType() == Schema.Type.ENUM) {
            property.put("quality", List.of(symbols(field.schema())));
        }
        return property;
    }

    private static Map<String, Object> typeOf(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> type("string", "string");
            case ENUM -> type("string", "enum " + schema.getName());
            case BOOLEAN -> type("boolean", "boolean");
            case INT -> type("integer", "int");
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? type("timestamp", "long, timestamp-millis")
                        : type("integer", "long");
            case DOUBLE -> type("number", "double");
            case BYTES -> decimal((LogicalTypes.Decimal) schema.getLogicalType());
            case MAP -> type("object", "map of " + schema.getValueType().getName());
            case RECORD -> record(schema);
            case ARRAY -> array(schema.getElementType());
            default -> throw new IllegalArgumentException("no type of ODCS for " + schema);
        };
    }

    private static Map<String, Object> decimal(LogicalTypes.Decimal decimal) {
        return type("number", "bytes, decimal(" + decimal.getPrecision() + ", " + decimal.getScale() + ")");
    }

    private static Map<String, Object> record(Schema schema) {
        Map<String, Object> record = type("object", "record " + schema.getName());
        record.put("properties", properties(schema));
        return record;
    }

    private static Map<String, Object> array(Schema element) {
        Map<String, Object> array = type("array", "array");
        array.put("items", typeOf(element));
        return array;
    }

    private static List<Map<String, Object>> properties(Schema schema) {
        return schema.getFields().stream().map(field -> property(field, 0)).toList();
    }

    /** UNKNOWN stands for what a newer version may say. */
    private static Map<String, Object> symbols(Schema schema) {
        return Entries.of(
                "type",
                "library",
                "metric",
                "invalidValues",
                "description",
                "UNKNOWN is what an older reader sees of a newer value; nobody writes it.",
                "arguments",
                Entries.of(
                        "validValues",
                        schema.getEnumSymbols().stream()
                                .filter(symbol -> !symbol.equals("UNKNOWN"))
                                .toList()),
                "mustBe",
                0);
    }

    private static Schema valueOf(Schema schema) {
        return !schema.isUnion()
                ? schema
                : schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow();
    }

    private static Map<String, Object> type(String logical, String physical) {
        return Entries.of("logicalType", logical, "physicalType", physical);
    }
}
