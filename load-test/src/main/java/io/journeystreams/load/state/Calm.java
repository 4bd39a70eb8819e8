package io.journeystreams.load.state;

import io.journeystreams.load.measure.ProcessCpu;
import io.journeystreams.load.rig.JavaProcess;
import io.journeystreams.load.rig.Pause;
import java.time.Duration;

/** After a restore the stores' files go on to be merged for a while; what that costs belongs to no event. */
final class Calm {

    private static final long LOOK_MS = 1_000;
    private static final long LITTLE_CPU_MS = 150;

    private Calm() {}

    /** Until a process needs little CPU for a second, or for so long at most. */
    static void await(JavaProcess program, Duration limit) {
        long stopNanos = System.nanoTime() + limit.toNanos();
        long usedMs = Long.MAX_VALUE;
        while (usedMs > LITTLE_CPU_MS && System.nanoTime() < stopNanos) {
            program.requireAlive();
            long beforeMs = ProcessCpu.ms(program.pid());
            Pause.ms(LOOK_MS);
            usedMs = ProcessCpu.ms(program.pid()) - beforeMs;
        }
    }
}
