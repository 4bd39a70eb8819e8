package io.journeystreams.map;

import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Where the bytes of cells are kept, in the order of their keys. */
public interface CellTable {

    byte @Nullable [] get(Bytes key);

    void put(Bytes key, byte[] cell);

    void delete(Bytes key);

    /** Hands out those from the first key on to the last, which is not among them, one after the other; none may be changed meanwhile. */
    void forEach(Bytes from, Bytes to, BiConsumer<Bytes, byte[]> reader);
}
