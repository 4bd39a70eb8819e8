package io.journeystreams.faults;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Payloads in the wire format of registries that somebody broke. */
public final class BrokenPayloads {

    private BrokenPayloads() {}

    /** One to four changes: a bit, a byte, a piece cut out, doubled, swapped, another schema id, a length told to be huge. */
    public static byte[] of(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 6; changes--) {
            int at = 5 + random.nextInt(bytes.length - 5);
            switch (random.nextInt(8)) {
                case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) random.nextInt();
                case 3 -> bytes = Arrays.copyOf(bytes, at);
                case 4 -> bytes = without(bytes, at, random.nextInt(bytes.length - at));
                case 5 -> bytes = with(bytes, at, Arrays.copyOfRange(bytes, at, bytes.length));
                case 6 -> bytes = with(bytes, at, varint(random.nextLong() >> random.nextInt(64)));
                default -> bytes[random.nextInt(5)] = (byte) random.nextInt(4);
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(bytes, 0, at);
        rest.write(bytes, at + length, bytes.length - at - length);
        return rest.toByteArray();
    }

    private static byte[] with(byte[] bytes, int at, byte[] more) {
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.write(bytes, 0, at);
        longer.writeBytes(more);
        longer.write(bytes, at, bytes.length - at);
        return longer.toByteArray();
    }

    /** As Avro writes a long. */
    static byte[] varint(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return bytes.toByteArray();
    }
}
