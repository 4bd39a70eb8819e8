package io.journeystreams.load.bench;

import io.journeystreams.load.measure.Garbage;
import io.journeystreams.load.rig.Cluster;
import io.journeystreams.load.rig.JavaProcess;
import java.util.Locale;
import java.util.Map;

/** Lets one contender after the other run over the whole input. */
final class Race {

    private final BenchRequest request;
    private final Cluster cluster;
    private final BenchTopics topics;
    private final InputWriter writer;
    private final Input input;
    private final Launch launch;
    private Published byJourney;

    Race(BenchRequest request, Cluster cluster, BenchTopics topics, InputWriter writer, Input input) {
        this.request = request;
        this.cluster = cluster;
        this.topics = topics;
        this.writer = writer;
        this.input = input;
        this.launch = new Launch(cluster, topics, request);
        // until the processor has run, if it takes part: what the floor would publish without it
        long sessions = input.right().sessions().size();
        long results = sessions + input.right().carts().size();
        this.byJourney = new Published(results, results * input.averageBytes(), Map.of());
    }

    Lap run(Contender contender, int round) {
        topics.deleteOutputs();
        String group = contender.name().toLowerCase(Locale.ROOT) + "-" + round;
        Watch watch = new Watch(cluster, topics, writer, input);
        String agreement = Lap.NO_RESULTS;
        long completeMs;
        try (JavaProcess program = launch.start(contender, group, byJourney)) {
            completeMs = watch.untilRead(program, group, contender);
            if (contender.hasResults()) {
                try (ResultReader reader =
                        new ResultReader(cluster.bootstrapServers(), cluster.schemas(), contender.resultTopics())) {
                    watch.awaitQuiet(program, group, contender);
                    agreement = watch.untilComplete(program, group, contender, reader)
                            .comparedWith(input.right());
                    completeMs = Math.max(completeMs, reader.lastAppendedMs());
                }
            }
        }
        Disk.delete(request.directory().resolve(group + "-state"));
        Garbage garbage = Garbage.in(launch.garbageLog(group));
        Figures figures = Figures.of(watch.samples(), input.events(), completeMs, garbage);
        return new Lap(contender, round, figures, agreement, published(contender));
    }

    private Published published(Contender contender) {
        if (contender != Contender.JOURNEY) {
            return Published.in(cluster.bootstrapServers(), contender.resultTopics());
        }
        byJourney = Published.in(cluster.bootstrapServers(), topics.published());
        return byJourney;
    }
}
