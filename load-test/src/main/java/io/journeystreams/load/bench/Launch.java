package io.journeystreams.load.bench;

import io.journeystreams.load.bench.peer.FloorJob;
import io.journeystreams.load.bench.peer.PlainJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts contenders, each with an empty state of its own. */
public final class Launch {

    private static final String JOURNEY = "io.journeystreams.cli.Journey";

    private final BenchCluster cluster;
    private final BenchTopics topics;
    private final BenchRequest request;

    public Launch(BenchCluster cluster, BenchTopics topics, BenchRequest request) {
        this.cluster = cluster;
        this.topics = topics;
        this.request = request;
    }

    /** What the processor publishes into, beside its inputs; schemas are registered too. */
    public void setUpJourney() {
        String config = config("setup").toString();
        command("topics", List.of("topics", "create", "--config", config, "--partitions", "" + BenchTopics.PARTITIONS));
        command("schemas", List.of("schemas", "register", "--config", config));
    }

    /** @param group the consumer group, and name of its files */
    JavaProgram start(Contender contender, String group, Published asMuch) {
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
    public JavaProgram startJourney(String application, String name, List<String> settings) {
        List<String> arguments =
                new ArrayList<>(List.of("run", "--config", config(application).toString()));
        settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return program(name, JOURNEY, arguments);
    }

    /** What a contender keeps on disk. */
    public Path state(String group) {
        return request.directory().resolve(group + "-state");
    }

    private JavaProgram peer(String group, Class<?> job, List<String> more) {
        return program(group, job.getName(), peerArguments(group, more));
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

    private JavaProgram program(String name, String main, List<String> arguments) {
        return start(name, JavaMain.ofOurs(main), arguments);
    }

    private JavaProgram start(String name, JavaMain main, List<String> arguments) {
        return JavaProgram.start(name, request.directory(), main, request.jvmOptions(), arguments);
    }

    private void command(String name, List<String> arguments) {
        try (JavaProgram command = program(name, JOURNEY, arguments)) {
            command.awaitSuccess();
        }
    }

    private Path config(String group) {
        Path file = request.directory().resolve(group + ".yaml");
        String yaml = """
                kafka: {bootstrapServers: '%s'}
                registry: {url: '%s'}
                streams: {applicationId: '%s', stateDirectory: '%s', threads: %d}
                http: {port: 0}
                """.formatted(
                        cluster.bootstrapServers(), cluster.registryUrl(), group, state(group), request.threads());
        try {
            return Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
