package io.journeystreams.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How this instance runs.
 *
 * @param applicationId consumer group and prefix of the internal topics
 * @param threads stream threads
 * @param instanceId name of this instance within the group
 * @param standbyReplicas copies of the state on other instances
 * @param profileHeapPercent of the heap for profiles in use
 * @param rocksDbMb native memory of all stores, MiB
 */
public record InstanceSettings(
        String applicationId,
        Optional<Path> stateDirectory,
        int threads,
        Optional<String> instanceId,
        int standbyReplicas,
        int profileHeapPercent,
        int rocksDbMb) {

    /** @throws InvalidConfigException if no state directory is named */
    public Path requireStateDirectory() {
        return stateDirectory.orElseThrow(() -> MissingSetting.of(JourneyConfigKeys.STREAMS_STATE_DIRECTORY));
    }
}
