package io.journeystreams.map;

import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Cells that need not outlive the process. */
public final class CellsInMemory implements CellTable {

    private final TreeMap<Bytes, byte[]> cells = new TreeMap<>();

    @Override
    public byte @Nullable [] get(Bytes key) {
        return cells.get(key);
    }

    @Override
    public void put(Bytes key, byte[] cell) {
        cells.put(key, cell);
    }

    @Override
    public void delete(Bytes key) {
        cells.remove(key);
    }

    @Override
    public void forEach(Bytes from, Bytes to, BiConsumer<Bytes, byte[]> reader) {
        cells.subMap(from, to).forEach(reader);
    }
}
