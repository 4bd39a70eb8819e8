package io.journeystreams.sink;

import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * A column that holds a field of a contract.
 *
 * @param place of the field in its record, from 0
 * @param isRequired never null: the field has no null and no default. A field that is added later has one, and older rows hold nothing
 */
record Column(String name, ColumnType type, int place, boolean isRequired, String doc) {

    /** Names that SQL keeps for itself. */
    private static final Map<String, String> RENAMED =
            Map.of("from", "from_stage", "to", "to_stage", "group", "forecast_group", "left", "has_left");

    static Column of(Schema.Field field) {
        Schema schema = field.schema();
        boolean isRequired = !schema.isNullable() && !field.hasDefaultValue();
        return new Column(nameOf(field.name()), ColumnType.of(valueOf(schema)), field.pos(), isRequired, field.doc());
    }

    /** In small letters, words parted by underscores, as PostgreSQL has names without quotes. */
    static String nameOf(String field) {
        return RENAMED.getOrDefault(
                field, field.replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }

    private static Schema valueOf(Schema schema) {
        if (!schema.isUnion()) {
            return schema;
        }
        return schema.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no value in " + schema));
    }
}
