package io.journeystreams.load.state;

import io.journeystreams.load.measure.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Measures what states of several sizes cost, one after the other, round by round. */
public final class StateBench {

    private final StateRequest request;
    private final Consumer<String> progress;
    private final long createdNanos = System.nanoTime();

    /** @param progress told what happens, a line each */
    public StateBench(StateRequest request, Consumer<String> progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs it and ends every process that it started.
     *
     * @throws IllegalStateException if it cannot be set up, or the processor does not come to an end
     */
    public StateReport run() {
        List<StateLap> laps = new ArrayList<>();
        for (int round = 1; round <= request.rounds(); round++) {
            for (int customers : request.sizes()) {
                try (StateRun run = new StateRun(request, customers, round, this::say)) {
                    laps.add(run.run());
                }
            }
        }
        return new StateReport(Machine.here(), request, laps);
    }

    private void say(String line) {
        progress.accept(
                String.format(Locale.ROOT, "%4d s  %s", (System.nanoTime() - createdNanos) / 1_000_000_000L, line));
    }
}
