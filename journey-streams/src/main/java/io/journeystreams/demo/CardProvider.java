package io.journeystreams.demo;

import java.util.Random;

/**
 * Who takes payments by card for the shop: reliably at first, and hardly any from a moment on that is the same for everybody.
 *
 * @param failsFromMs epoch milliseconds; {@link Long#MAX_VALUE}: never
 */
record CardProvider(long failsFromMs) {

    static final CardProvider RELIABLE = new CardProvider(Long.MAX_VALUE);

    /** Code of what it answers while it fails. */
    static final String ERROR = "processing_error";

    private static final int STILL_TAKEN_PERCENT = 12;

    boolean isFailing(long atMs) {
        return atMs >= failsFromMs;
    }

    boolean takes(long atMs, Random random) {
        return !isFailing(atMs) || Drawing.isOneIn(STILL_TAKEN_PERCENT, random);
    }
}
