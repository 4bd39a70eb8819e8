package io.journeystreams.load.rig;

import java.util.concurrent.TimeUnit;

/** What is waited for is looked at five times a second: more would cost the broker. */
public final class Pause {

    private static final long PAUSE_MS = 200;

    private Pause() {}

    public static void briefly() {
        ms(PAUSE_MS);
    }

    public static void ms(long length) {
        try {
            TimeUnit.MILLISECONDS.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
