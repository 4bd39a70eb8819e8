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
        if (text.length() != TEXT_LENGTH || !hasDashes(text)) {
            return text;
        }
        long timeLow = digits(text, 0, 8);
        long timeMiddle = digits(text, 9, 13);
        long timeHigh = digits(text, 14, 18);
        long clock = digits(text, 19, 23);
        long node = digits(text, 24, TEXT_LENGTH);
        boolean isUuid = (timeLow | timeMiddle | timeHigh | clock | node) >= 0;
        return isUuid ? stored(timeLow << 32 | timeMiddle << 16 | timeHigh, clock << 48 | node) : text;
    }

    private static boolean hasDashes(String text) {
        return text.charAt(8) == '-' && text.charAt(13) == '-' && text.charAt(18) == '-' && text.charAt(23) == '-';
    }

    /** Of hexadecimal digits in lower case; below 0 if there is anything else. */
    private static long digits(String text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit >= '0' && digit <= '9') {
                value = value << 4 | digit - '0';
            } else if (digit >= 'a' && digit <= 'f') {
                value = value << 4 | digit - 'a' + 10;
            } else {
                return -1;
            }
        }
        return value;
    }

    static String read(Object stored) {
        if (stored instanceof StoredUuid uuid) {
            ByteBuffer bytes = ByteBuffer.wrap(uuid.bytes());
            return new UUID(bytes.getLong(), bytes.getLong()).toString();
        }
        return stored.toString();
    }

    private static StoredUuid stored(long mostSignificant, long leastSignificant) {
        byte[] bytes = new byte[BYTES];
        ByteBuffer.wrap(bytes).putLong(mostSignificant).putLong(leastSignificant);
        return new StoredUuid(bytes);
    }
}
