package io.journeystreams.map;

import java.time.Duration;
import java.util.Locale;

/** Stretches of event time that are counted together, beginning at whole ones in UTC, and how long each is kept. */
public enum Grain {
    MINUTE('m', Duration.ofMinutes(1), Duration.ofHours(3)),
    /** Kept for longer than a correction can come. */
    HOUR('h', Duration.ofHours(1), Duration.ofDays(4)),
    DAY('d', Duration.ofDays(1), Duration.ofDays(29));

    private final byte code;
    private final long lengthMs;
    private final long keptMs;

    Grain(char code, Duration length, Duration kept) {
        this.code = (byte) code;
        this.lengthMs = length.toMillis();
        this.keptMs = kept.toMillis();
    }

    /** In keys of cells; for ever. */
    byte code() {
        return code;
    }

    /** @throws IllegalArgumentException if it is of no grain */
    static Grain ofCode(byte code) {
        for (Grain grain : values()) {
            if (grain.code == code) {
                return grain;
            }
        }
        throw new IllegalArgumentException("no grain has the code " + code);
    }

    public long lengthMs() {
        return lengthMs;
    }

    /** How long back from the clock it is kept, milliseconds. */
    public long keptMs() {
        return keptMs;
    }

    /** As written in JSON and on the topic. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Beginning of the stretch that a time is in, epoch milliseconds. */
    public long startOf(long ms) {
        return Math.floorDiv(ms, lengthMs) * lengthMs;
    }

    /** Beginning of the earliest stretch that is kept, epoch milliseconds. */
    public long keptFromMs(long clockMs) {
        return clockMs < keptMs ? 0 : startOf(clockMs - keptMs);
    }

    /** The finest that is kept from a time on. */
    public static Grain finestSince(long fromMs, long clockMs) {
        for (Grain grain : values()) {
            if (grain.startOf(fromMs) >= grain.keptFromMs(clockMs)) {
                return grain;
            }
        }
        return DAY;
    }
}
