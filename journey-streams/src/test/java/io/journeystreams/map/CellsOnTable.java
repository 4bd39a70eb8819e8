package io.journeystreams.map;

import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** A store of cells that can be looked at, copied and put back; it counts what is done to it. */
public final class CellsOnTable implements CellTable, ReadOnlyKeyValueStore<Bytes, byte[]> {

    private final TreeMap<Bytes, byte[]> cells = new TreeMap<>();
    private int reads;
    private int writes;

    public CellsOnTable() {}

    private CellsOnTable(Map<Bytes, byte[]> cells) {
        this.cells.putAll(cells);
    }

    CellsOnTable copy() {
        return new CellsOnTable(cells);
    }

    int reads() {
        return reads;
    }

    /** Deletions too. */
    int writes() {
        return writes;
    }

    public SortedMap<CellKey, Cell> decoded() {
        TreeMap<CellKey, Cell> decoded = new TreeMap<>(CellKey.ORDER);
        cells.forEach((key, cell) -> decoded.put(CellKey.read(key), CellCodec.decode(cell)));
        return decoded;
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        reads++;
        return cells.get(key);
    }

    @Override
    public void put(Bytes key, byte[] cell) {
        writes++;
        cells.put(key, cell);
    }

    @Override
    public void delete(Bytes key) {
        writes++;
        cells.remove(key);
    }

    @Override
    public void forEach(Bytes from, Bytes to, BiConsumer<Bytes, byte[]> reader) {
        cells.subMap(from, to).forEach(reader);
    }

    /** Both ends are among them, as in a state store. */
    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return new Entries(cells.subMap(from, true, to, true).entrySet().iterator());
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return new Entries(cells.entrySet().iterator());
    }

    @Override
    public long approximateNumEntries() {
        return cells.size();
    }

    private record Entries(Iterator<Map.Entry<Bytes, byte[]>> entries) implements KeyValueIterator<Bytes, byte[]> {

        @Override
        public void close() {
            // nothing is held open
        }

        @Override
        public Bytes peekNextKey() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            Map.Entry<Bytes, byte[]> next = entries.next();
            return KeyValue.pair(next.getKey(), next.getValue());
        }
    }
}
