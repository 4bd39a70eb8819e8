package io.journeystreams.load.rig;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a rig is set up.
 *
 * @param instances processors, at least 1
 * @param partitions of every topic
 * @param threads stream threads of each processor
 * @param standbyReplicas copies of the state on other instances
 * @param profileHeapPercent part of the heap for profiles in use
 * @param sessionTimeout after which an instance that says nothing loses its partitions
 * @param rules the part of {@code journey.yaml} that says what the outputs mean, as YAML
 */
public record RigSettings(
        int instances,
        int partitions,
        int threads,
        int standbyReplicas,
        int profileHeapPercent,
        Duration sessionTimeout,
        String rules) {

    private static final int USUAL_HEAP_PERCENT = 50;

    /** Kafka lets no broker accept less. */
    public static final Duration SHORTEST_SESSION = Duration.ofSeconds(6);

    public RigSettings {
        if (instances < 1 || partitions < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "at least one instance, partition and thread: " + instances + ", " + partitions + ", " + threads);
        }
        if (sessionTimeout.compareTo(SHORTEST_SESSION) < 0) {
            throw new IllegalArgumentException("sessionTimeout must be 6 s at least: " + sessionTimeout);
        }
    }

    /** Two threads each, the shortest session. */
    public static RigSettings of(int instances, int partitions, String rules) {
        return new RigSettings(instances, partitions, 2, 0, USUAL_HEAP_PERCENT, SHORTEST_SESSION, rules);
    }

    public RigSettings withSessionTimeout(Duration timeout) {
        return new RigSettings(instances, partitions, threads, standbyReplicas, profileHeapPercent, timeout, rules);
    }

    public RigSettings withStandbyReplicas(int copies) {
        return new RigSettings(instances, partitions, threads, copies, profileHeapPercent, sessionTimeout, rules);
    }

    public RigSettings withProfileHeapPercent(int percent) {
        return new RigSettings(instances, partitions, threads, standbyReplicas, percent, sessionTimeout, rules);
    }

    /** The {@code journey.yaml} of an instance. */
    String configOf(String instance, String bootstrapServers, String registryUrl, Path stateDirectory) {
        return """
                kafka:
                  bootstrapServers: '%s'
                  properties:
                    main.consumer.session.timeout.ms: %d
                    main.consumer.heartbeat.interval.ms: 1500
                registry: {url: '%s'}
                streams:
                  stateDirectory: '%s'
                  instanceId: '%s'
                  threads: %d
                  standbyReplicas: %d
                  profileHeapPercent: %d
                http: {port: 0}
                %s
                """.formatted(
                        bootstrapServers,
                        sessionTimeout.toMillis(),
                        registryUrl,
                        stateDirectory,
                        instance,
                        threads,
                        standbyReplicas,
                        profileHeapPercent,
                        rules);
    }
}
