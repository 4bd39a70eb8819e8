package io.journeystreams.load.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A {@code journey.yaml} with default settings, but for what every installation must say and the number of threads.
 *
 * @param applicationId the consumer group; the same for all instances of a processor
 * @param stateDirectory one for each instance
 * @param threads stream threads
 */
public record JourneyConfig(
        String bootstrapServers, String registryUrl, String applicationId, Path stateDirectory, int threads) {

    /** Of an instance beside a cluster. */
    public static JourneyConfig beside(Cluster cluster, String applicationId, Path stateDirectory, int threads) {
        return new JourneyConfig(
                cluster.bootstrapServers(), cluster.registryUrl(), applicationId, stateDirectory, threads);
    }

    /** Returns the file. */
    public Path writeTo(Path file) {
        String yaml = """
                kafka: {bootstrapServers: '%s'}
                registry: {url: '%s'}
                streams: {applicationId: '%s', stateDirectory: '%s', threads: %d}
                http: {port: 0}
                """.formatted(bootstrapServers, registryUrl, applicationId, stateDirectory, threads);
        try {
            return Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /**
     * Makes topics and schemas by the product's own commands; what is there already stays as it is.
     *
     * @param directory where the configuration and what the commands print go
     */
    public void setUp(Path directory, int partitions, List<String> jvmOptions) {
        String config = writeTo(directory.resolve("setup.yaml")).toString();
        command(
                directory.resolve("topics.log"),
                jvmOptions,
                List.of("topics", "create", "--config", config, "--partitions", String.valueOf(partitions)));
        command(directory.resolve("schemas.log"), jvmOptions, List.of("schemas", "register", "--config", config));
    }

    private static void command(Path log, List<String> jvmOptions, List<String> arguments) {
        try (JavaProcess command = JavaProcess.start(log, JavaMain.JOURNEY, jvmOptions, arguments)) {
            command.awaitSuccess();
        }
    }
}
