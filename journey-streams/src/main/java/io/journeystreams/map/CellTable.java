package io.journeystreams.map;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Where the bytes of cells are kept, in the order of their keys. */
public interface CellTable {

    byte @Nullable [] get(Bytes key);

    void put(Bytes key, byte[] cell);

    void delete(Bytes key);

    /** @return those from the first key on to the last, which is not among them */
    List<Entry> between(Bytes from, Bytes to);

    /** A cell as it is kept. */
    record Entry(Bytes key, byte[] cell) {}
}
