package io.journeystreams.load.generator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Records that nobody can read, each wrong in a way of its own; every one belongs into the dead letters (O3). */
final class Poisons {
    private static final int TOO_LARGE_BYTES = 600 * 1024;

    private Poisons() {}

    static PlannedRecord.Poison any(SplittableRandom random) {
        List<PlannedRecord.Poison> all = List.of(
                poison("EMPTY"),
                poison("JSON", "{\"eventId\":\"e1\"}".getBytes(StandardCharsets.UTF_8)),
                poison("WRONG_MAGIC", (byte) 7, (byte) 0, (byte) 0, (byte) 0, (byte) 1, (byte) 2),
                poison("CUT_IN_THE_SCHEMA_ID", (byte) 0, (byte) 0, (byte) 0),
                poison("UNKNOWN_SCHEMA", (byte) 0, (byte) 0, (byte) 15, (byte) 66, (byte) 63, (byte) 2, (byte) 2),
                poison("NOISE", noise(random)));
        // now and then only: it is large
        return random.nextInt(50) == 0
                ? poison("TOO_LARGE", new byte[TOO_LARGE_BYTES])
                : all.get(random.nextInt(all.size()));
    }

    private static byte[] noise(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(6, 200)];
        random.nextBytes(bytes);
        bytes[0] = (byte) (1 + random.nextInt(100)); // never the magic byte, after which anything may be a known schema
        return bytes;
    }

    private static PlannedRecord.Poison poison(String kind, byte... bytes) {
        return new PlannedRecord.Poison(kind, ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }
}
