package io.journeystreams.domain.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that follow from their cause, so that a replay repeats them (rule T7): UUID version 5 of RFC 9562. */
public final class DerivedId {

    /** The name space of all our ids; changing it changes every id ever published. */
    private static final UUID NAMESPACE = UUID.fromString("6f0d1c2a-93a5-5b7e-8c44-1e2f5a7b9d30");

    private static final int VERSION_5 = 0x5000;
    private static final long VARIANT_RFC = 0x8000000000000000L;

    private DerivedId() {}

    /** @param causes what the id follows from, in order; none of them but the last may contain {@code |} */
    public static String of(String... causes) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(String.join("|", causes).getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & ~0xF000L) | VERSION_5;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | VARIANT_RFC;
        return new UUID(high, low).toString();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
