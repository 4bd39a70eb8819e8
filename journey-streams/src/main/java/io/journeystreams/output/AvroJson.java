package io.journeystreams.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.journeystreams.domain.event.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records of the contracts as JSON for people and files: times as ISO-8601 with milliseconds, money as text with the places
 * of its currency, every field present. Takes generated records and generic ones, so that what was published can be printed
 * as a backtest prints it.
 */
public final class AvroJson {

    private static final JsonFactory JSON = new JsonFactory();

    /** Digits of a second's fraction. */
    private static final int MILLISECONDS = 3;

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(MILLISECONDS).toFormatter(Locale.ROOT);

    /** An amount's currency stands beside it, in the field of this name. */
    private static final String CURRENCY = "currency";

    private static final int CURRENCY_CODE_LENGTH = 3;
    private static final int USUAL_PLACES = 2;

    private AvroJson() {}

    /** One line of JSON in UTF-8, without the line's end. */
    public static byte[] write(IndexedRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            writeRecord(json, record);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return out.toByteArray();
    }

    private static void writeRecord(JsonGenerator json, IndexedRecord record) throws IOException {
        String currency = currencyOf(record);
        json.writeStartObject();
        for (Schema.Field field : record.getSchema().getFields()) {
            json.writeFieldName(field.name());
            writeValue(json, field.schema(), record.get(field.pos()), currency);
        }
        json.writeEndObject();
    }

    private static @Nullable String currencyOf(IndexedRecord record) {
        Schema.Field field = record.getSchema().getField(CURRENCY);
        Object value = field == null ? null : record.get(field.pos());
        return value == null ? null : value.toString();
    }

    private static void writeValue(JsonGenerator json, Schema schema, @Nullable Object value, @Nullable String currency)
            throws IOException {
        if (value == null) {
            json.writeNull();
            return;
        }
        switch (schema.getType()) {
            case UNION -> writeValue(json, branchOf(schema, value), value, currency);
            case RECORD -> writeRecord(json, (IndexedRecord) value);
            case ARRAY -> writeArray(json, schema, (Collection<?>) value, currency);
            case MAP -> writeMap(json, schema, (Map<?, ?>) value, currency);
            case STRING, ENUM -> json.writeString(value.toString());
            case INT -> json.writeNumber((int) value);
            case LONG -> writeLong(json, schema, value);
            case FLOAT -> json.writeNumber((float) value);
            case DOUBLE -> json.writeNumber((double) value);
            case BOOLEAN -> json.writeBoolean((boolean) value);
            case BYTES -> writeBytes(json, schema, value, currency);
            case FIXED, NULL -> throw new IllegalArgumentException("the contracts hold no " + schema.getType());
        }
    }

    /** Our unions are of null and one type, or of records. */
    private static Schema branchOf(Schema union, Object value) {
        if (value instanceof IndexedRecord record) {
            return record.getSchema();
        }
        for (Schema branch : union.getTypes()) {
            if (branch.getType() != Schema.Type.NULL) {
                return branch;
            }
        }
        throw new IllegalArgumentException("a union of nothing but null: " + union);
    }

    private static void writeArray(JsonGenerator json, Schema schema, Collection<?> values, @Nullable String currency)
            throws IOException {
        json.writeStartArray();
        for (Object value : values) {
            writeValue(json, schema.getElementType(), value, currency);
        }
        json.writeEndArray();
    }

    private static void writeMap(JsonGenerator json, Schema schema, Map<?, ?> values, @Nullable String currency)
            throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            json.writeFieldName(String.valueOf(entry.getKey()));
            writeValue(json, schema.getValueType(), entry.getValue(), currency);
        }
        json.writeEndObject();
    }

    private static void writeLong(JsonGenerator json, Schema schema, Object value) throws IOException {
        if (value instanceof Instant time) {
            json.writeString(TIME.format(time));
        } else if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            json.writeString(TIME.format(Instant.ofEpochMilli((long) value)));
        } else {
            json.writeNumber((long) value);
        }
    }

    private static void writeBytes(JsonGenerator json, Schema schema, Object value, @Nullable String currency)
            throws IOException {
        if (value instanceof BigDecimal amount) {
            json.writeString(plain(amount, currency));
        } else if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            BigInteger unscaled = new BigInteger(bytesOf((ByteBuffer) value));
            json.writeString(plain(new BigDecimal(unscaled, decimal.getScale()), currency));
        } else {
            json.writeBinary(bytesOf((ByteBuffer) value));
        }
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static String plain(BigDecimal amount, @Nullable String currency) {
        if (currency != null && currency.length() == CURRENCY_CODE_LENGTH) {
            return Money.of(amount, currency).plainAmount();
        }
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.setScale(Math.max(shortest.scale(), USUAL_PLACES)).toPlainString();
    }
}
