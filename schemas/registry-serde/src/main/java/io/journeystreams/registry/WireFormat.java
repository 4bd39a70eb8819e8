package io.journeystreams.registry;

import java.nio.ByteBuffer;

/** Confluent's frame around Avro binary: byte 0 is zero, bytes 1 to 4 the schema id (big-endian), the rest is Avro. */
final class WireFormat {

    static final int HEADER_BYTES = 5;

    private static final byte MAGIC = 0;

    private WireFormat() {}

    static boolean isFramed(byte[] bytes) {
        return bytes.length >= HEADER_BYTES && bytes[0] == MAGIC;
    }

    static int schemaId(byte[] framed) {
        return ByteBuffer.wrap(framed).getInt(1);
    }

    static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(schemaId).array();
    }
}
