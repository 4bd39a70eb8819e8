package io.journeystreams.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.ProcessorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A canary on a real broker: its beats come out, and are missed while a processor does not work. */
@Timeout(120)
class CanaryIT {

    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BEATS = "journey_canary_beats_total";

    @Test
    void beatsOfEachPartitionAreSeenAndThoseOfAPartitionThatNobodyReadsAreMissed() throws Exception {
        Path directory =
                Path.of("target", "canary-it", UUID.randomUUID().toString()).toAbsolutePath();
        try (Cluster cluster = Cluster.start(directory.resolve("broker"))) {
            cluster.createTopics(PARTITIONS);
            Path log = directory.resolve("out");
            try (ProcessorProcess one = start(cluster, directory, log, "one", "canary.every=1s");
                    ProcessorProcess two = start(cluster, directory, log, "two", "streams.threads=1")) {
                await().atMost(PATIENCE).until(() -> one.status("/ready") == 200 && two.status("/ready") == 200);
                await().atMost(PATIENCE).until(() -> seen(one).size() == PARTITIONS && sum(seen(one)) > 6);
                assertThat(one.gauge("journey_canary_latency_seconds"))
                        .hasSize(PARTITIONS)
                        .allSatisfy(seconds -> assertThat(seconds).isBetween(0.001, 1.0));

                double missedBefore = sum(missed(one));
                two.kill();
                await().atMost(PATIENCE).until(() -> sum(missed(one)) > missedBefore + 1);
            }
        }
    }

    private static List<Double> seen(ProcessorProcess process) throws IOException, InterruptedException {
        return process.gauge(BEATS, "outcome=\"SEEN\"");
    }

    private static List<Double> missed(ProcessorProcess process) throws IOException, InterruptedException {
        return process.gauge(BEATS, "outcome=\"MISSED\"");
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static ProcessorProcess start(Cluster cluster, Path directory, Path log, String name, String... settings)
            throws IOException {
        Path config = directory.resolve(name + ".yaml");
        Files.writeString(config, """
                kafka: {bootstrapServers: '%s'}
                registry: {url: '%s'}
                streams: {stateDirectory: '%s', threads: 1, instanceId: %s}
                http: {port: 0}
                clock: {grace: 1s, idleAfter: 1s}
                """.formatted(
                        cluster.bootstrapServers(), cluster.registryUrl(), directory.resolve(name), name));
        return ProcessorProcess.start(config, log.resolveSibling(name + ".out"), settings);
    }
}
