package io.journeystreams.load.state;

import io.journeystreams.load.bench.BenchRequest;
import io.journeystreams.load.bench.Contender;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to measure.
 *
 * @param sizes numbers of customers with a history; multiples of {@code templates}
 * @param events read by the processor with each of them, about; at least 1 000
 * @param rounds in each of which every size is measured once
 * @param templates customers who have made their history themselves; all others are their copies
 * @param threads stream threads
 * @param jvmOptions of the processor
 * @param directory for data, logs and report
 */
public record StateRequest(
        long seed,
        List<Integer> sizes,
        long events,
        int rounds,
        int templates,
        int threads,
        List<String> jvmOptions,
        Path directory) {

    /** Many enough for all kinds of histories. */
    public static final int USUAL_TEMPLATES = 1_000;

    /** Device numbers have eight digits. */
    private static final int MOST_CUSTOMERS = 50_000_000;

    public StateRequest {
        sizes = List.copyOf(sizes);
        jvmOptions = List.copyOf(jvmOptions);
        if (events < 1_000 || rounds < 1 || threads < 1 || sizes.isEmpty()) {
            throw new IllegalArgumentException("at least 1000 events, one round, one thread and one size: " + events
                    + ", " + rounds + ", " + threads + ", " + sizes);
        }
        if (templates < Shop.SMALLEST || templates % Shop.SMALLEST != 0) {
            throw new IllegalArgumentException("templates must be a multiple of " + Shop.SMALLEST + ": " + templates);
        }
        for (int size : sizes) {
            if (size < templates || size % templates != 0 || size > MOST_CUSTOMERS) {
                throw new IllegalArgumentException(
                        "profiles must be a multiple of " + templates + ", at most " + MOST_CUSTOMERS + ": " + size);
            }
        }
    }

    /** As the benchmark knows it, with data of their own. */
    BenchRequest ofRun(Path ownDirectory) {
        return new BenchRequest(seed, events, 1, false, threads, Set.of(Contender.JOURNEY), jvmOptions, ownDirectory);
    }

    /** The command that does the same again. */
    String command() {
        String all = sizes.stream().map(String::valueOf).collect(Collectors.joining(","));
        return "./journey load state --seed " + seed + " --profiles " + all + " --events " + events + " --rounds "
                + rounds + " --threads " + threads + " --jvm='" + String.join(" ", jvmOptions) + "'";
    }
}
