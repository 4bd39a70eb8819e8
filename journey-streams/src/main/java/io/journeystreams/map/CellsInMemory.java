package io.journeystreams.map;

import java.util.SortedMap;
import java.util.TreeMap;
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
    public SortedMap<Bytes, byte[]> between(Bytes from, Bytes to) {
        return new TreeMap<>(cells.subMap(from, to));
    }
}
