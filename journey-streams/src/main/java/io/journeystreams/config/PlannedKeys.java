package io.journeystreams.config;

import java.util.List;
import java.util.Optional;

/** Settings of rules that are described but not built. Accepting them would promise what does not happen. */
final class PlannedKeys {

    private static final List<String> SECTIONS = List.of("churn");

    private PlannedKeys() {}

    /** What to answer to a setting that does not work yet; empty if it is not one. */
    static Optional<String> refusal(String path) {
        return isPlanned(path) ? Optional.of(doesNotWorkYet(path)) : Optional.empty();
    }

    private static boolean isPlanned(String path) {
        return SECTIONS.stream().anyMatch(section -> path.equals(section) || path.startsWith(section + "."));
    }

    private static String doesNotWorkYet(String path) {
        return path + " does not work yet in this version; remove it";
    }
}
