package io.journeystreams.load.state;

import io.journeystreams.load.bench.JavaProgram;
import io.journeystreams.load.bench.ProcessCpu;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** After a restore the stores' files go on to be merged for a while; what that costs belongs to no event. */
final class Calm {

    private static final long LOOK_MS = 1_000;
    private static final long LITTLE_CPU_MS = 150;

    private Calm() {}

    /** Until a process needs little CPU for a second, or for so long at most. */
    static void await(JavaProgram program, Duration limit) {
        long stopNanos = System.nanoTime() + limit.toNanos();
        long usedMs = Long.MAX_VALUE;
        while (usedMs > LITTLE_CPU_MS && System.nanoTime() < stopNanos) {
            program.requireAlive();
            long beforeMs = ProcessCpu.ms(program.pid());
            look();
            usedMs = ProcessCpu.ms(program.pid()) - beforeMs;
        }
    }

    private static void look() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
