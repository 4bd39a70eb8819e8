package io.journeystreams.sink;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** How a field's values stand in PostgreSQL. */
enum ColumnType {
    TEXT("text", Types.VARCHAR),
    INTEGER("integer", Types.INTEGER),
    BIGINT("bigint", Types.BIGINT),
    DOUBLE("double precision", Types.DOUBLE),
    BOOLEAN("boolean", Types.BOOLEAN),
    DECIMAL("numeric(18, 4)", Types.NUMERIC),
    TIME("timestamptz", Types.TIMESTAMP_WITH_TIMEZONE),
    TEXTS("text[]", Types.ARRAY),
    JSON("jsonb", Types.OTHER);

    private final String sql;
    private final int jdbcType;

    ColumnType(String sql, int jdbcType) {
        this.sql = sql;
        this.jdbcType = jdbcType;
    }

    /** @param schema of the values; without null */
    static ColumnType of(Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            return TIME;
        }
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal) {
            return DECIMAL;
        }
        return switch (schema.getType()) {
            case STRING, ENUM -> TEXT;
            case INT -> INTEGER;
            case LONG -> BIGINT;
            case DOUBLE, FLOAT -> DOUBLE;
            case BOOLEAN -> BOOLEAN;
            case ARRAY -> schema.getElementType().getType() == Schema.Type.STRING ? TEXTS : JSON;
            case MAP, RECORD -> JSON;
            default -> throw new IllegalArgumentException("no column for " + schema);
        };
    }

    /** As CREATE TABLE has it. */
    String sql() {
        return sql;
    }

    void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, jdbcType);
            return;
        }
        switch (this) {
            case TEXT -> statement.setString(place, storable(value));
            case INTEGER -> statement.setInt(place, (Integer) value);
            case BIGINT -> statement.setLong(place, (Long) value);
            case DOUBLE -> statement.setDouble(place, ((Number) value).doubleValue());
            case BOOLEAN -> statement.setBoolean(place, (Boolean) value);
            case DECIMAL -> statement.setBigDecimal(place, (BigDecimal) value);
            case TIME -> statement.setObject(place, ((Instant) value).atOffset(ZoneOffset.UTC));
            case TEXTS -> {
                Object[] texts =
                        ((List<?>) value).stream().map(ColumnType::storable).toArray();
                statement.setArray(place, statement.getConnection().createArrayOf("text", texts));
            }
            case JSON ->
                statement.setObject(
                        place, SpecificData.get().toString(value).replace("\\u0000", "\\uFFFD"), Types.OTHER);
        }
    }

    /** PostgreSQL has no character 0 in a text, which an event may hold; in its place stands the replacement character. */
    private static String storable(Object text) {
        return text.toString().replace('\0', '\uFFFD');
    }
}
