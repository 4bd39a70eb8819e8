package io.journeystreams.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Items of an array that are written as they are added, in Avro's binary form, and kept as bytes: an array that begins with them copies
 * the bytes each time it is written by a {@link CompiledWriter}. They cannot be read again. For one thread.
 *
 * @param <T> class of the items
 */
public final class WrittenItems<T> extends AbstractList<T> implements ValueWriter.HalfWritten {

    private final Writer<T> writer;
    private byte[] bytes = new byte[0];
    private int length;
    private int size;

    public WrittenItems(Writer<T> writer) {
        this.writer = writer;
    }

    /**
     * Writes single items; may serve many lists, one at a time.
     *
     * @param <T> class of the items
     */
    public static final class Writer<T> {

        private final DatumWriter<T> items;
        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(buffer, null);

        /** @param items writes what the array's schema has as its elements */
        public Writer(DatumWriter<T> items) {
            this.items = items;
        }

        private byte[] write(T item) {
            buffer.reset();
            try {
                items.write(item, encoder);
            } catch (IOException e) {
                throw new UncheckedIOException("memory cannot be written", e);
            }
            return buffer.toByteArray();
        }
    }

    /** An array of these items and others after them. */
    private static final class Continued<T> extends AbstractList<T> implements ValueWriter.HalfWritten {

        private final WrittenItems<T> first;
        private final List<T> rest;

        private Continued(WrittenItems<T> first, List<T> rest) {
            this.first = first;
            this.rest = rest;
        }

        @Override
        public void write(ValueWriter element, Encoder out) throws IOException {
            first.write(element, out);
            for (T item : rest) {
                element.write(item, out);
            }
        }

        /** @throws IndexOutOfBoundsException if the item has been written already */
        @Override
        public T get(int index) {
            return rest.get(index - first.size);
        }

        @Override
        public int size() {
            return first.size + rest.size();
        }
    }

    @Override
    public void write(ValueWriter element, Encoder out) throws IOException {
        out.writeFixed(bytes, 0, length);
    }

    /** @throws org.apache.avro.AvroTypeException if the item is not of the schema; then it is not among the items */
    @Override
    public boolean add(T item) {
        byte[] written = writer.write(item);
        if (length + written.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + written.length, length + length / 2));
        }
        System.arraycopy(written, 0, bytes, length, written.length);
        length += written.length;
        size++;
        return true;
    }

    /** @throws UnsupportedOperationException always */
    @Override
    public T get(int index) {
        throw new UnsupportedOperationException("what is written is not read again");
    }

    @Override
    public int size() {
        return size;
    }

    /** An array that begins with these items; to be written before more of them are added. */
    public List<T> followedBy(List<T> rest) {
        return new Continued<>(this, rest);
    }
}
