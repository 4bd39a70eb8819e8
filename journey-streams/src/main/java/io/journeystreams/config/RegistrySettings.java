package io.journeystreams.config;

import java.util.Map;
import java.util.Optional;

/**
 * How to reach the schema registry.
 *
 * @param properties settings of the registry client under their own names
 */
public record RegistrySettings(Optional<String> url, Map<String, String> properties) {

    public RegistrySettings {
        properties = Map.copyOf(properties);
    }

    /** @throws InvalidConfigException if no registry is named */
    public String requireUrl() {
        return url.orElseThrow(() -> MissingSetting.of(JourneyConfigKeys.REGISTRY_URL));
    }
}
