package io.journeystreams.load.shop;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How fast a visitor goes: seconds between steps, and now and then a pause that ends the session and not the cart's delay. Nobody
 * comes back in the minutes around a deadline, where contenders differ by how exactly they keep time.
 */
final class Pace {

    private static final long SHORTEST_STEP_MS = Duration.ofSeconds(3).toMillis();
    private static final long LONGEST_STEP_MS = Duration.ofSeconds(90).toMillis();
    private static final long SHORTEST_PAUSE_MS = Duration.ofMinutes(31).toMillis();
    private static final long LONGEST_PAUSE_MS = Duration.ofMinutes(55).toMillis();
    private static final long REST_MS = Duration.ofHours(3).toMillis();
    private static final int STEPS_TO_A_PAUSE = 50;

    private final SplittableRandom random;
    private long nowMs;

    Pace(long fromMs, SplittableRandom random) {
        this.nowMs = fromMs;
        this.random = random;
    }

    /** When the next step is made. */
    long nextMs() {
        long atMs = nowMs;
        nowMs += random.nextInt(STEPS_TO_A_PAUSE) == 0
                ? random.nextLong(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS)
                : random.nextLong(SHORTEST_STEP_MS, LONGEST_STEP_MS);
        return atMs;
    }

    /** Before that there is no other visit. */
    long restedAtMs() {
        return nowMs + REST_MS;
    }
}
