package io.journeystreams.map;

import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Cells in a state store. */
public final class CellStore implements CellTable {

    private final KeyValueStore<Bytes, byte[]> store;

    public CellStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return store.get(key);
    }

    @Override
    public void put(Bytes key, byte[] cell) {
        store.put(key, cell);
    }

    @Override
    public void delete(Bytes key) {
        store.delete(key);
    }

    @Override
    public void forEach(Bytes from, Bytes to, BiConsumer<Bytes, byte[]> reader) {
        forEach(store, from, to, reader);
    }

    /** @param store may belong to another thread */
    static void forEach(
            ReadOnlyKeyValueStore<Bytes, byte[]> store, Bytes from, Bytes to, BiConsumer<Bytes, byte[]> reader) {
        try (KeyValueIterator<Bytes, byte[]> cells = store.range(from, to)) {
            while (cells.hasNext()) {
                KeyValue<Bytes, byte[]> cell = cells.next();
                if (cell.key.compareTo(to) < 0) {
                    reader.accept(cell.key, cell.value);
                }
            }
        }
    }
}
