package io.journeystreams.config;

import io.journeystreams.domain.engine.EnginePolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be set, checked.
 *
 * @param policy settings of the rules; its version is the fingerprint of all of them
 * @param canaryEvery between two beats of the canary; absent if it does not beat
 * @param secrets takes secret values out of what is shown
 * @param effective every setting as it counts, in the order of the reference, for people to read
 */
public record JourneyConfig(
        EnginePolicy policy,
        InputSettings inputs,
        KafkaSettings kafka,
        RegistrySettings registry,
        InstanceSettings streams,
        HttpSettings http,
        Optional<Duration> canaryEvery,
        Secrets secrets,
        List<EffectiveSetting> effective) {

    public JourneyConfig {
        effective = List.copyOf(effective);
    }

    /**
     * Flag beats environment beats file beats default.
     *
     * @param environment of the process; names that are not ours are left alone
     * @param flags settings by name
     * @throws InvalidConfigException with every problem there is
     */
    public static JourneyConfig load(Path file, Map<String, String> environment, Map<String, String> flags) {
        return ConfigAssembly.of(YamlFile.read(file), environment, flags);
    }

    /**
     * Settings by name, everything else at its default; neither file nor environment is read.
     *
     * @throws InvalidConfigException with every problem there is
     */
    public static JourneyConfig of(Map<String, String> settings) {
        return of(Map.of(), settings);
    }

    /**
     * As {@link #load}, without a file.
     *
     * @throws InvalidConfigException with every problem there is
     */
    public static JourneyConfig of(Map<String, String> environment, Map<String, String> flags) {
        return ConfigAssembly.of(List.of(), environment, flags);
    }
}
