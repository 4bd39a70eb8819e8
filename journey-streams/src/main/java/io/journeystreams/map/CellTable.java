package io.journeystreams.map;

import java.util.SortedMap;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Where the bytes of cells are kept, in the order of their keys. */
public interface CellTable {

    byte @Nullable [] get(Bytes key);

    void put(Bytes key, byte[] cell);

    void delete(Bytes key);

    /** @return those from the first key on to the last, which is not among them */
    SortedMap<Bytes, byte[]> between(Bytes from, Bytes to);
}
