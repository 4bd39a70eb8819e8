package io.journeystreams.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificFixed;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** How the values of one schema are read. */
interface ValueReader {

    /** @throws AvroTypeException if the input says something that the schema does not have */
    @Nullable
    Object read(Decoder in) throws IOException;

    /** @param fields by their place */
    record OfRecord(Class<?> type, Schema schema, List<ValueReader> fields) implements ValueReader {

        @Override
        public Object read(Decoder in) throws IOException {
            SpecificRecord record = (SpecificRecord) SpecificData.newInstance(type, schema);
            for (int place = 0; place < fields.size(); place++) {
                record.put(place, fields.get(place).read(in));
            }
            return record;
        }
    }

    record OfArray(ValueReader element) implements ValueReader {

        @Override
        public Object read(Decoder in) throws IOException {
            List<@Nullable Object> elements = new ArrayList<>();
            for (long left = in.readArrayStart(); left > 0; left = in.arrayNext()) {
                for (long i = 0; i < left; i++) {
                    elements.add(element.read(in));
                }
            }
            return elements;
        }
    }

    record OfMap(ValueReader element) implements ValueReader {

        @Override
        public Object read(Decoder in) throws IOException {
            Map<String, @Nullable Object> entries = new HashMap<>();
            for (long left = in.readMapStart(); left > 0; left = in.mapNext()) {
                for (long i = 0; i < left; i++) {
                    entries.put(in.readString(), element.read(in));
                }
            }
            return entries;
        }
    }

    record OfUnion(List<ValueReader> branches) implements ValueReader {

        @Override
        public @Nullable Object read(Decoder in) throws IOException {
            return branches.get(in.readIndex()).read(in);
        }
    }

    /** @param symbols by their place */
    record OfEnum(List<Object> symbols) implements ValueReader {

        @Override
        public Object read(Decoder in) throws IOException {
            int place = in.readEnum();
            if (place < 0 || place >= symbols.size()) {
                throw new AvroTypeException("no symbol has the place " + place);
            }
            return symbols.get(place);
        }
    }

    record OfFixed(Class<?> type, Schema schema) implements ValueReader {

        @Override
        public Object read(Decoder in) throws IOException {
            SpecificFixed value = (SpecificFixed) SpecificData.newInstance(type, schema);
            in.readFixed(value.bytes(), 0, schema.getFixedSize());
            return value;
        }
    }
}
