package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredUuid;
import java.nio.ByteBuffer;
import java.util.UUID;

/** The one place that decides how a text is stored: a canonical lower-case UUID as 16 bytes, any other as it is. */
final class UuidText {

    private static final int TEXT_LENGTH = 36;
    private static final int BYTES = 2 * Long.BYTES;

    private UuidText() {}

    /** @return a {@link StoredUuid} or a {@link String} */
    static Object store(String text) {
        if (text.length() != TEXT_LENGTH) {
            return text;
        }
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equals(text) ? stored(uuid) : text;
        } catch (IllegalArgumentException notHexadecimal) {
            return text;
        }
    }

    static String read(Object stored) {
        if (stored instanceof StoredUuid uuid) {
            ByteBuffer bytes = ByteBuffer.wrap(uuid.bytes());
            return new UUID(bytes.getLong(), bytes.getLong()).toString();
        }
        return stored.toString();
    }

    private static StoredUuid stored(UUID uuid) {
        byte[] bytes = new byte[BYTES];
        ByteBuffer.wrap(bytes).putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        return new StoredUuid(bytes);
    }
}
