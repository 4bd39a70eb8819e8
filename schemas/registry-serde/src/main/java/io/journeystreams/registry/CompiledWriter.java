package io.journeystreams.registry;

import static io.journeystreams.registry.ValueWriter.present;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Conversions.DecimalConversion;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.data.TimeConversions.TimestampMillisConversion;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificData;

/**
 * Writes records of generated classes, and values of their fields. What there is to do for a schema is worked out once, when the writer is made, and not for
 * every value: which branch of a union a class belongs to, and how a logical type is converted. The bytes are those that Avro's own
 * {@code SpecificDatumWriter} writes, in less time.
 *
 * <p>It knows the logical types that our contracts have: {@code decimal} and {@code timestamp-millis}. Safe for several threads.
 *
 * @param <T> the generated class, or that of a field's values
 */
public final class CompiledWriter<T> implements DatumWriter<T> {

    private final ValueWriter root;

    /**
     * @param schema that of the generated class or of a value in it
     * @param model of the generated class
     * @throws IllegalArgumentException if the schema has a logical type that this writer does not know
     */
    public CompiledWriter(Schema schema, SpecificData model) {
        root = new Compiler(model).compile(schema);
    }

    /** @throws UnsupportedOperationException always: a writer is made for one schema */
    @Override
    public void setSchema(Schema schema) {
        throw new UnsupportedOperationException("a compiled writer is made for one schema");
    }

    /**
     * @throws AvroTypeException if a field has a value that its type does not allow, null included
     * @throws IOException if {@code out} cannot be written to
     */
    @Override
    public void write(T datum, Encoder out) throws IOException {
        root.write(datum, out);
    }

    private static final class Compiler {

        private final SpecificData model;
        private final Map<String, ValueWriter.OfRecord> records = new HashMap<>();

        Compiler(SpecificData model) {
            this.model = model;
        }

        ValueWriter compile(Schema schema) {
            LogicalType logical = schema.getLogicalType();
            return logical == null ? plain(schema) : logical(schema, logical);
        }

        private ValueWriter plain(Schema schema) {
            return switch (schema.getType()) {
                case NULL -> (value, out) -> out.writeNull();
                case BOOLEAN -> (value, out) -> out.writeBoolean((Boolean) present(value));
                case INT -> (value, out) -> out.writeInt((Integer) present(value));
                case LONG -> (value, out) -> out.writeLong((Long) present(value));
                case FLOAT -> (value, out) -> out.writeFloat((Float) present(value));
                case DOUBLE -> (value, out) -> out.writeDouble((Double) present(value));
                case STRING -> (value, out) -> out.writeString((CharSequence) present(value));
                case BYTES -> (value, out) -> out.writeBytes((ByteBuffer) present(value));
                case FIXED -> (value, out) -> out.writeFixed(((GenericFixed) present(value)).bytes());
                case ENUM -> (value, out) -> out.writeEnum(placeOf((Enum<?>) present(value)));
                case ARRAY -> new ValueWriter.OfArray(compile(schema.getElementType()));
                case MAP -> new ValueWriter.OfMap(compile(schema.getValueType()));
                case UNION -> union(schema);
                case RECORD -> record(schema);
            };
        }

        private static ValueWriter logical(Schema schema, LogicalType type) {
            if (type instanceof LogicalTypes.TimestampMillis) {
                TimestampMillisConversion conversion = new TimestampMillisConversion();
                return (value, out) -> out.writeLong(conversion.toLong((Instant) present(value), schema, type));
            }
            if (type instanceof LogicalTypes.Decimal && schema.getType() == Schema.Type.BYTES) {
                DecimalConversion conversion = new DecimalConversion();
                return (value, out) -> out.writeBytes(conversion.toBytes((BigDecimal) present(value), schema, type));
            }
            throw new IllegalArgumentException("there is no writer for the logical type " + type.getName());
        }

        @SuppressWarnings("EnumOrdinal") // generated enums have the symbols of their schema, in its order
        private static int placeOf(Enum<?> symbol) {
            return symbol.ordinal();
        }

        private ValueWriter union(Schema schema) {
            List<ValueWriter.Branch> branches = new ArrayList<>();
            for (Schema branch : schema.getTypes()) {
                branches.add(new ValueWriter.Branch(typeOf(branch), compile(branch)));
            }
            return new ValueWriter.OfUnion(branches);
        }

        /** The class of a branch's values; that of a record or an enum is known by its name. */
        private Class<?> typeOf(Schema branch) {
            if (branch.getLogicalType() instanceof LogicalTypes.Decimal) {
                return BigDecimal.class;
            }
            if (branch.getLogicalType() != null) {
                return Instant.class;
            }
            return switch (branch.getType()) {
                case NULL -> Void.class;
                case BOOLEAN -> Boolean.class;
                case INT -> Integer.class;
                case LONG -> Long.class;
                case FLOAT -> Float.class;
                case DOUBLE -> Double.class;
                case STRING -> CharSequence.class;
                case BYTES -> ByteBuffer.class;
                case ARRAY -> Collection.class;
                case MAP -> Map.class;
                case RECORD, ENUM, FIXED -> generated(branch);
                case UNION -> throw new IllegalArgumentException("a union has no unions as its branches");
            };
        }

        private Class<?> generated(Schema branch) {
            Class<?> type = model.getClass(branch);
            if (type == null) {
                throw new IllegalArgumentException("there is no generated class " + branch.getFullName());
            }
            return type;
        }

        /** A record may have itself among its fields. */
        private ValueWriter record(Schema schema) {
            ValueWriter.OfRecord known = records.get(schema.getFullName());
            if (known != null) {
                return known;
            }
            List<Field> fields = schema.getFields();
            ValueWriter.OfRecord writer = new ValueWriter.OfRecord(schema, new ArrayList<>(fields.size()));
            records.put(schema.getFullName(), writer);
            for (Field field : fields) {
                writer.fields().add(compile(field.schema()));
            }
            return writer;
        }
    }
}
