package io.journeystreams.config;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names that may stand in the file, and what to answer to others. */
final class KnownNames {

    private static final Set<String> KEYS =
            JourneyConfigKeys.ALL.stream().map(ConfigKey::name).collect(Collectors.toCollection(LinkedHashSet::new));

    private KnownNames() {}

    static boolean contains(String path) {
        return KEYS.contains(path);
    }

    static String unknown(String path) {
        Set<String> under = KEYS.stream()
                .filter(key -> key.startsWith(path + "."))
                .map(key -> key.substring(path.length() + 1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!under.isEmpty()) {
            return path + " is a section; settings in it: " + String.join(", ", under);
        }
        Optional<String> nearest = NearestName.of(path, KEYS);
        return path + " is not a setting"
                + nearest.map(name -> "; did you mean " + name + "?").orElse("; docs/configuration.md lists them all");
    }
}
