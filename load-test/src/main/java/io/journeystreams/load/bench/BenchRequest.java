package io.journeystreams.load.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to measure.
 *
 * @param events in the input, at least 1 000
 * @param rounds that count
 * @param warmsUp whether one more comes before them, which does not count
 * @param threads stream threads of each contender
 * @param contenders who takes part, in the order of the enum
 * @param jvmOptions the same for every contender
 * @param directory for data, logs and report
 */
public record BenchRequest(
        long seed,
        long events,
        int rounds,
        boolean warmsUp,
        int threads,
        Set<Contender> contenders,
        List<String> jvmOptions,
        Path directory) {

    public BenchRequest {
        if (events < 1_000 || rounds < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "at least 1000 events, one round and one thread: " + events + ", " + rounds + ", " + threads);
        }
        if (contenders.isEmpty()) {
            throw new IllegalArgumentException("somebody must take part: floor, plain, flink, flink_1s or journey");
        }
        contenders = Set.copyOf(contenders);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** The command that does the same again. */
    String command() {
        return "./journey load bench --seed " + seed + " --events " + events + " --rounds " + rounds + " --threads "
                + threads + (contenders.size() == Contender.values().length ? "" : " --only " + names())
                + " --jvm='" + String.join(" ", jvmOptions) + "'";
    }

    private String names() {
        return contenders.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }
}
