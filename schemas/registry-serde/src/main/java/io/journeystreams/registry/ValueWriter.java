package io.journeystreams.registry;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** How the values of one schema are written. */
interface ValueWriter {

    /**
     * @throws NullPointerException if the schema has no null
     * @throws ClassCastException if the value is of a class that the schema does not have
     */
    void write(@Nullable Object value, Encoder out) throws IOException;

    static Object present(@Nullable Object value) {
        return Objects.requireNonNull(value, "must not be null");
    }

    /** @param fields by their place */
    record OfRecord(Schema schema, List<ValueWriter> fields) implements ValueWriter {

        @Override
        public void write(@Nullable Object value, Encoder out) throws IOException {
            SpecificRecord record = (SpecificRecord) present(value);
            for (int place = 0; place < fields.size(); place++) {
                try {
                    fields.get(place).write(record.get(place), out);
                } catch (NullPointerException | ClassCastException broken) {
                    String field = schema.getFields().get(place).name();
                    throw new AvroTypeException("%s.%s: %s".formatted(schema.getName(), field, broken.getMessage()));
                }
            }
        }
    }

    /** Elements of an array some of which are bytes already. */
    interface HalfWritten {

        /** @param element writes those that are not */
        void write(ValueWriter element, Encoder out) throws IOException;
    }

    record OfArray(ValueWriter element) implements ValueWriter {

        @Override
        public void write(@Nullable Object value, Encoder out) throws IOException {
            Collection<?> elements = (Collection<?>) present(value);
            out.writeArrayStart();
            out.setItemCount(elements.size());
            if (elements instanceof HalfWritten halfWritten) {
                halfWritten.write(element, out);
            } else {
                writeItems(elements, out);
            }
            out.writeArrayEnd();
        }

        private void writeItems(Collection<?> elements, Encoder out) throws IOException {
            for (Object each : elements) {
                out.startItem();
                element.write(each, out);
            }
        }
    }

    record OfMap(ValueWriter element) implements ValueWriter {

        @Override
        public void write(@Nullable Object value, Encoder out) throws IOException {
            Map<?, ?> entries = (Map<?, ?>) present(value);
            out.writeMapStart();
            out.setItemCount(entries.size());
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                out.startItem();
                out.writeString((CharSequence) present(entry.getKey()));
                element.write(entry.getValue(), out);
            }
            out.writeMapEnd();
        }
    }

    /** @param type class of its values; Void for null */
    record Branch(Class<?> type, ValueWriter writer) {

        boolean takes(@Nullable Object value) {
            return value == null ? type == Void.class : type.isInstance(value);
        }
    }

    record OfUnion(List<Branch> branches) implements ValueWriter {

        @Override
        public void write(@Nullable Object value, Encoder out) throws IOException {
            for (int index = 0; index < branches.size(); index++) {
                Branch branch = branches.get(index);
                if (branch.takes(value)) {
                    out.writeIndex(index);
                    branch.writer().write(value, out);
                    return;
                }
            }
            throw new ClassCastException("no branch for " + (value == null ? null : value.getClass()));
        }
    }
}
