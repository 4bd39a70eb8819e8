package io.journeystreams.load.flink;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the job is told, in the order of the other peers; then what only it knows.
 *
 * @param group consumer group, and prefix of transactional ids
 * @param directory of state and checkpoints
 * @param threads parallelism of every operator
 */
record FlinkArguments(
        String group,
        String bootstrapServers,
        String registryUrl,
        Path directory,
        int threads,
        Duration checkpointInterval) {

    static FlinkArguments of(String[] arguments) {
        List<String> given = List.of(arguments);
        return new FlinkArguments(
                given.get(0),
                given.get(1),
                given.get(2),
                Path.of(given.get(3)),
                Integer.parseInt(given.get(4)),
                Duration.ofMillis(Long.parseLong(given.get(5))));
    }
}
