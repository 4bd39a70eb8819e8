package io.journeystreams.load.faults;

import java.util.concurrent.TimeUnit;

/** What is waited for is looked at ten times a second. */
final class Pause {

    private Pause() {}

    static void briefly() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
