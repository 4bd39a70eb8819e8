package io.journeystreams.config;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Fingerprint of the settings that change what outputs say: the first 12 hexadecimal digits of the SHA-256 of all rule
 * settings, defaults included, one {@code name=value} a line in the order of {@link JourneyConfigKeys#ALL}.
 */
final class PolicyVersion {

    private PolicyVersion() {}

    static String of(Settings settings) {
        String rules = JourneyConfigKeys.ALL.stream()
                .filter(ConfigKey::isRule)
                .map(key -> line(key, settings))
                .collect(Collectors.joining());
        return ShortDigest.of(rules.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> String line(ConfigKey<T> key, Settings settings) {
        return key.name() + "=" + settings.find(key).map(key::canonical).orElse("") + "\n";
    }
}
