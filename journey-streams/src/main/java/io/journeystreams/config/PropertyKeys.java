package io.journeystreams.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the file that is handed on under the names of somebody else.
 *
 * @param name path of the part, without a dot at its end
 * @param reserved names that may not stand there, and where to say it instead
 */
record PropertyKeys(String name, String sentence, Map<String, String> reserved) {

    /** The name within this part, if the path lies in it. */
    Optional<String> propertyOf(String path) {
        return path.startsWith(name + ".") ? Optional.of(path.substring(name.length() + 1)) : Optional.empty();
    }

    /** {@code JOURNEY_KAFKA_PROPERTIES_SECURITY_PROTOCOL} is {@code security.protocol}. */
    Optional<String> propertyOfEnvironment(String variable) {
        String prefix = ConfigKey.environmentName(name) + "_";
        return variable.startsWith(prefix)
                ? Optional.of(variable.substring(prefix.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '.'))
                : Optional.empty();
    }
}
