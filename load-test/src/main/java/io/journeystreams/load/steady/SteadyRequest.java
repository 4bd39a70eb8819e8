package io.journeystreams.load.steady;

import java.nio.file.Path;
import java.util.List;

/**
 * What to measure.
 *
 * @param rate events a second
 * @param warmUpSeconds before anything is measured
 * @param seconds that are measured
 * @param visitors of the shop; 0 for one to ten events, at least {@value #FEWEST_VISITORS_PER_RATE} to an event a second
 * @param partitions of every topic
 * @param takesOver whether an instance is stopped and started again at half time
 * @param jvmOptions of each instance
 * @param directory for data, logs and report
 */
public record SteadyRequest(
        long seed,
        int rate,
        int warmUpSeconds,
        int seconds,
        int instances,
        int threads,
        int visitors,
        int partitions,
        boolean takesOver,
        List<String> jvmOptions,
        Path directory) {

    /** With fewer, each would do so much in a minute that it counts as a program (rule S6). */
    static final int FEWEST_VISITORS_PER_RATE = 5;

    private static final int EVENTS_PER_VISITOR = 10;
    private static final int SLOWEST = 10;
    private static final int FASTEST = 100_000;
    private static final long MOST_EVENTS = 100_000_000;

    public SteadyRequest {
        require(rate >= SLOWEST && rate <= FASTEST, "rate must be 10 to 100000 events a second: " + rate);
        require(warmUpSeconds >= 0 && seconds >= 1, "seconds must be 1 at least: " + warmUpSeconds + ", " + seconds);
        require(
                instances >= 1 && threads >= 1 && partitions >= 1,
                "at least one instance, thread and partition: " + instances + ", " + threads + ", " + partitions);
        long all = (long) rate * (warmUpSeconds + seconds);
        require(all <= MOST_EVENTS, "at most 100000000 events in all: " + all);
        long fewest = (long) FEWEST_VISITORS_PER_RATE * rate;
        require(
                visitors == 0 || visitors >= fewest,
                "at least " + fewest + " visitors, or they count as programs: " + visitors);
        visitors = visitors == 0 ? (int) Math.max(all / EVENTS_PER_VISITOR, fewest) : visitors;
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** Events before anything is measured. */
    int warmUpEvents() {
        return rate * warmUpSeconds;
    }

    int allEvents() {
        return rate * (warmUpSeconds + seconds);
    }

    int allSeconds() {
        return warmUpSeconds + seconds;
    }

    /** The command that does the same again. */
    String command() {
        return "./journey load steady --seed " + seed + " --rate " + rate + " --warm-up " + warmUpSeconds
                + " --seconds "
                + seconds + " --instances " + instances + " --threads " + threads + " --visitors " + visitors
                + " --partitions " + partitions + (takesOver ? " --takeover" : "") + " --jvm='"
                + String.join(" ", jvmOptions) + "'";
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
