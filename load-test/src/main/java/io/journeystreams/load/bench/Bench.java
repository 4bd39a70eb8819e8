package io.journeystreams.load.bench;

import io.journeystreams.load.measure.Machine;
import io.journeystreams.load.rig.Cluster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The comparison: one after the other reads the same events, from an empty state.
 *
 * <pre>
 *   write events ─► round 0, to warm up ─► round 1: floor, plain, flink, journey ─► round 2: … ─► report
 *                        results of every run are compared with what is right
 * </pre>
 */
public final class Bench {

    private final BenchRequest request;
    private final Consumer<String> progress;
    private final long createdNanos = System.nanoTime();

    /** @param progress told what happens, a line each */
    public Bench(BenchRequest request, Consumer<String> progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs it and ends every process that it started.
     *
     * @throws IllegalStateException if it cannot be set up, or a contender does not come to an end
     */
    public BenchReport run() {
        try (Cluster cluster = Cluster.start(request.directory());
                BenchTopics topics = new BenchTopics(cluster.bootstrapServers())) {
            topics.createInput();
            new Launch(cluster, topics, request).setUpJourney();
            try (InputWriter writer = new InputWriter(cluster.bootstrapServers(), cluster.schemas())) {
                Input input = writer.write(request.seed(), request.events());
                say(input.events() + " events of " + input.averageBytes() + " bytes, with "
                        + input.right().sessions().size() + " sessions and "
                        + input.right().carts().size() + " abandoned carts");
                List<Lap> laps = laps(new Race(request, cluster, topics, writer, input));
                return new BenchReport(Machine.here(), request, input, laps);
            }
        }
    }

    private List<Lap> laps(Race race) {
        List<Lap> laps = new ArrayList<>();
        for (int round = request.warmsUp() ? 0 : 1; round <= request.rounds(); round++) {
            for (Contender contender : inOrder(laps.isEmpty())) {
                laps.add(lap(race, contender, round));
            }
        }
        return laps;
    }

    /** The processor comes first in the first round: the floor publishes as much as it did. */
    private List<Contender> inOrder(boolean isFirstRound) {
        Comparator<Contender> order = Comparator.naturalOrder();
        return request.contenders().stream()
                .sorted(isFirstRound ? order.reversed() : order)
                .toList();
    }

    private Lap lap(Race race, Contender contender, int round) {
        Lap lap = race.run(contender, round);
        Figures figures = lap.figures();
        say(String.format(
                "round %d  %-20s %6.1f µs an event, broker %5.1f µs, %7.0f events/s, results: %s",
                round,
                contender.title(),
                figures.cpuMicros(),
                figures.brokerCpuMicros(),
                figures.eventsPerSecond(),
                lap.agreement()));
        return lap;
    }

    private void say(String line) {
        progress.accept(String.format("%4d s  %s", (System.nanoTime() - createdNanos) / 1_000_000_000L, line));
    }
}
