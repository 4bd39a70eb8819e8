package io.journeystreams.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Fingerprint of the settings that change what outputs say: the first 12 hexadecimal digits of the SHA-256 of all rule
 * settings, defaults included, one {@code name=value} a line in the order of {@link JourneyConfigKeys#ALL}.
 */
final class PolicyVersion {

    private static final int DIGITS = 12;

    private PolicyVersion() {}

    static String of(Settings settings) {
        String rules = JourneyConfigKeys.ALL.stream()
                .filter(ConfigKey::isRule)
                .map(key -> line(key, settings))
                .collect(Collectors.joining());
        return HexFormat.of().formatHex(sha256(rules)).substring(0, DIGITS);
    }

    private static <T> String line(ConfigKey<T> key, Settings settings) {
        return key.name() + "=" + settings.find(key).map(key::canonical).orElse("") + "\n";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
