package io.journeystreams.load.faults;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is to be run.
 *
 * @param seed of customers and faults
 * @param length how long customers are played and faults are made; the whole takes a minute or two more
 * @param processors that are started
 * @param customers about how many are played
 * @param directory where everything is kept
 */
public record FaultRunRequest(long seed, Duration length, Processors processors, int customers, Path directory) {

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    public FaultRunRequest {
        if (length.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("a run lasts 10 s at least: " + length);
        }
        if (customers < 1) {
            throw new IllegalArgumentException("at least one customer: " + customers);
        }
    }

    /** What repeats it. */
    public String command() {
        return "./journey load faults --seed " + seed + " --seconds " + length.toSeconds() + " " + processors.options()
                + " --customers " + customers;
    }
}
