package io.journeystreams.state.codec;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Times, epoch milliseconds. Where the rules have a number for "none", null is stored for exactly that number, so that
 * every number comes back as it was.
 */
final class Moments {

    private Moments() {}

    static Instant store(long ms) {
        return Instant.ofEpochMilli(ms);
    }

    static @Nullable Instant storeUnless(long none, long ms) {
        return ms == none ? null : store(ms);
    }

    static @Nullable Instant store(OptionalLong ms) {
        return ms.isPresent() ? store(ms.getAsLong()) : null;
    }

    static OptionalLong find(@Nullable Instant stored) {
        return stored == null ? OptionalLong.empty() : OptionalLong.of(read(stored));
    }

    static long read(Instant stored) {
        return stored.toEpochMilli();
    }

    static long readOr(long none, @Nullable Instant stored) {
        return stored == null ? none : read(stored);
    }
}
