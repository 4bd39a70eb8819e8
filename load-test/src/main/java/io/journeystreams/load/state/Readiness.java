package io.journeystreams.load.state;

import io.journeystreams.load.rig.JavaProcess;
import io.journeystreams.load.rig.JourneyPages;
import io.journeystreams.load.rig.Pause;
import java.time.Duration;
import java.util.regex.Pattern;

/** Asks a processor whether it is ready: it runs and its state is restored. */
final class Readiness {

    private static final Pattern RESTORED =
            Pattern.compile("state restored store=\"profiles\" partition=\"\\d+\" records=\"(\\d+)\"");

    private final JavaProcess program;
    private final JourneyPages pages;

    Readiness(JavaProcess program) {
        this.program = program;
        this.pages = new JourneyPages(program);
    }

    /** @throws IllegalStateException if it ends, or is not ready in time */
    void await(Duration limit) {
        long stopNanos = System.nanoTime() + limit.toNanos();
        while (!pages.isReady()) {
            program.requireAlive();
            if (System.nanoTime() > stopNanos) {
                throw new IllegalStateException("the processor is not ready after " + limit);
            }
            Pause.briefly();
        }
    }

    /** Profiles that it has restored, as it says itself. */
    long restoredProfiles() {
        return RESTORED.matcher(program.printed())
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
