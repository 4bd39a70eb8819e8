package io.journeystreams.load.bench;

import io.journeystreams.load.bench.peer.FloorJob;
import io.journeystreams.load.bench.peer.PlainJob;
import io.journeystreams.load.measure.Garbage;
import io.journeystreams.load.rig.Cluster;
import io.journeystreams.load.rig.JavaMain;
import io.journeystreams.load.rig.JavaProcess;
import io.journeystreams.load.rig.JourneyConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts contenders, each with an empty state of its own. */
public final class Launch {

    private final Cluster cluster;
    private final BenchTopics topics;
    private final BenchRequest request;

    public Launch(Cluster cluster, BenchTopics topics, BenchRequest request) {
        this.cluster = cluster;
        this.topics = topics;
        this.request = request;
    }

    /** What the processor publishes into, beside its inputs; schemas are registered too. */
    public void setUpJourney() {
        config("setup").setUp(request.directory(), BenchTopics.PARTITIONS, request.jvmOptions());
    }

    /** @param group the consumer group, and name of its files */
    JavaProcess start(Contender contender, String group, Published asMuch) {
        return switch (contender) {
            case FLOOR -> {
                topics.createOutputs(contender.resultTopics());
                yield peer(
                        group,
                        FloorJob.class,
                        List.of("" + (double) asMuch.records() / request.events(), "" + asMuch.averageBytes()));
            }
            case PLAIN -> {
                topics.createOutputs(contender.resultTopics());
                yield peer(group, PlainJob.class, List.of());
            }
            case FLINK, FLINK_1S -> {
                topics.createOutputs(contender.resultTopics());
                yield start(group, FlinkPeer.main(), peerArguments(group, List.of("" + contender.commitIntervalMs())));
            }
            case JOURNEY -> {
                setUpJourney();
                yield startJourney(group, group, List.of());
            }
        };
    }

    /**
     * The processor, with the state that the application has.
     *
     * @param name of its files
     * @param settings that beat those of the benchmark, as {@code name=value}
     */
    public JavaProcess startJourney(String application, String name, List<String> settings) {
        Path config = config(application).writeTo(request.directory().resolve(application + ".yaml"));
        List<String> arguments = new ArrayList<>(List.of("run", "--config", config.toString()));
        settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return start(name, JavaMain.JOURNEY, arguments);
    }

    /** What a contender keeps on disk. */
    public Path state(String group) {
        return request.directory().resolve(group + "-state");
    }

    private JavaProcess peer(String group, Class<?> job, List<String> more) {
        return start(group, JavaMain.ofOurs(job.getName()), peerArguments(group, more));
    }

    private List<String> peerArguments(String group, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(
                group,
                cluster.bootstrapServers(),
                cluster.registryUrl(),
                state(group).toString(),
                "" + request.threads()));
        arguments.addAll(more);
        return arguments;
    }

    private JavaProcess start(String name, JavaMain main, List<String> arguments) {
        List<String> options = new ArrayList<>(request.jvmOptions());
        options.add(Garbage.loggedTo(garbageLog(name)));
        return JavaProcess.start(request.directory().resolve(name + ".log"), main, options, arguments);
    }

    /** Where the garbage collector of a run says what it does. */
    public Path garbageLog(String name) {
        return request.directory().resolve(name + ".gc");
    }

    private JourneyConfig config(String group) {
        return JourneyConfig.beside(cluster, group, state(group), request.threads());
    }
}
