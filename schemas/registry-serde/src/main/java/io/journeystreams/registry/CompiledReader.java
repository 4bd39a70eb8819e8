package io.journeystreams.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Conversions.DecimalConversion;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.data.TimeConversions.TimestampMillisConversion;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.Decoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of generated classes that were written by the schema of their class. What there is to do for it is worked out once, when
 * the reader is made, and nothing is resolved while it reads. The records are those that Avro's own {@code SpecificDatumReader} reads, in
 * less time; what another schema wrote is left to that one ({@link #orResolving}).
 *
 * <p>It knows the logical types that our contracts have: {@code decimal} and {@code timestamp-millis}. Safe for several threads.
 *
 * @param <T> the generated class
 */
public final class CompiledReader<T extends SpecificRecord> implements DatumReader<T> {

    private final ValueReader root;

    /**
     * @param schema that of the generated class
     * @param model of the generated class
     * @throws IllegalArgumentException if the schema has a type that this reader does not know
     */
    public CompiledReader(Schema schema, SpecificData model) {
        root = new Compiler(model).compile(schema);
    }

    /**
     * For one thread.
     *
     * @param writer that the records were written by
     * @param reader that of the generated class
     * @return a compiled reader if both schemas write the same bytes for the same names, else Avro's own
     */
    public static <T extends SpecificRecord> DatumReader<T> orResolving(
            Schema writer, Schema reader, SpecificData model) {
        String written = SchemaNormalization.toParsingForm(writer);
        return written.equals(SchemaNormalization.toParsingForm(reader))
                ? new CompiledReader<>(reader, model)
                : new SpecificDatumReader<>(writer, reader, model);
    }

    /** @throws UnsupportedOperationException always: a reader is made for one schema */
    @Override
    public void setSchema(Schema schema) {
        throw new UnsupportedOperationException("a compiled reader is made for one schema");
    }

    /**
     * @param reuse is not used: a record may still be in use when the next one is read
     * @throws IOException if the input ends before the record does
     */
    @Override
    @SuppressWarnings("unchecked") // the schema is that of the class
    public T read(@Nullable T reuse, Decoder in) throws IOException {
        return (T) Objects.requireNonNull(root.read(in), "the schema of a class is that of a record");
    }

    private static final class Compiler {

        private final SpecificData model;
        private final Map<String, ValueReader.OfRecord> records = new HashMap<>();

        Compiler(SpecificData model) {
            this.model = model;
        }

        ValueReader compile(Schema schema) {
            LogicalType logical = schema.getLogicalType();
            return logical == null ? plain(schema) : logical(schema, logical);
        }

        private ValueReader plain(Schema schema) {
            return switch (schema.getType()) {
                case NULL ->
                    in -> {
                        in.readNull();
                        return null;
                    };
                case BOOLEAN -> Decoder::readBoolean;
                case INT -> Decoder::readInt;
                case LONG -> Decoder::readLong;
                case FLOAT -> Decoder::readFloat;
                case DOUBLE -> Decoder::readDouble;
                case STRING -> text(schema);
                case BYTES -> in -> in.readBytes(null);
                case FIXED -> new ValueReader.OfFixed(generated(schema), schema);
                case ENUM -> new ValueReader.OfEnum(List.of(generated(schema).getEnumConstants()));
                case ARRAY -> new ValueReader.OfArray(compile(schema.getElementType()));
                case MAP -> new ValueReader.OfMap(compile(requireText(schema).getValueType()));
                case UNION ->
                    new ValueReader.OfUnion(
                            schema.getTypes().stream().map(this::compile).toList());
                case RECORD -> record(schema);
            };
        }

        private static ValueReader text(Schema schema) {
            requireText(schema);
            return Decoder::readString;
        }

        /** Of texts, and of maps for their keys. */
        private static Schema requireText(Schema schema) {
            if (!GenericData.StringType.String.name().equals(schema.getProp(GenericData.STRING_PROP))) {
                throw new IllegalArgumentException("there is no reader for texts of another class than String");
            }
            return schema;
        }

        private static ValueReader logical(Schema schema, LogicalType type) {
            if (type instanceof LogicalTypes.TimestampMillis) {
                TimestampMillisConversion conversion = new TimestampMillisConversion();
                return in -> conversion.fromLong(in.readLong(), schema, type);
            }
            if (type instanceof LogicalTypes.Decimal && schema.getType() == Schema.Type.BYTES) {
                DecimalConversion conversion = new DecimalConversion();
                return in -> conversion.fromBytes(in.readBytes(null), schema, type);
            }
            throw new IllegalArgumentException("there is no reader for the logical type " + type.getName());
        }

        private Class<?> generated(Schema schema) {
            Class<?> type = model.getClass(schema);
            if (type == null) {
                throw new IllegalArgumentException("there is no generated class " + schema.getFullName());
            }
            return type;
        }

        /** A record may have itself among its fields. */
        private ValueReader record(Schema schema) {
            ValueReader.OfRecord known = records.get(schema.getFullName());
            if (known != null) {
                return known;
            }
            List<Field> fields = schema.getFields();
            ValueReader.OfRecord reader =
                    new ValueReader.OfRecord(generated(schema), schema, new ArrayList<>(fields.size()));
            records.put(schema.getFullName(), reader);
            for (Field field : fields) {
                reader.fields().add(compile(field.schema()));
            }
            return reader;
        }
    }
}
