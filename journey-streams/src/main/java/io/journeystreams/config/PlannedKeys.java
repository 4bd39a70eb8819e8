package io.journeystreams.config;

import java.util.List;
import java.util.Optional;

/** Settings of rules that are described but not built. Accepting them would promise what does not happen. */
final class PlannedKeys {

    private static final List<String> SECTIONS = List.of(
            "churn", "abandonment.search", "abandonment.browse", "abandonment.paymentPending", "abandonment.form");

    /** Values that say in words what happens anyway may stand. */
    private static final List<Neutral> NEUTRAL =
            List.of(new Neutral("abandonment.consent", "none"), new Neutral("abandonment.controlGroup", "0(\\.0+)?"));

    private PlannedKeys() {}

    /** What to answer to a setting that does not work yet; empty if it is not one or says what happens anyway. */
    static Optional<String> refusal(String path, String value) {
        for (Neutral key : NEUTRAL) {
            if (key.path().equals(path)) {
                return value.matches(key.pattern()) ? Optional.empty() : Optional.of(doesNotWorkYet(path));
            }
        }
        return isPlanned(path) ? Optional.of(doesNotWorkYet(path)) : Optional.empty();
    }

    static boolean isNeutral(String path) {
        return NEUTRAL.stream().anyMatch(key -> key.path().equals(path));
    }

    private static boolean isPlanned(String path) {
        return SECTIONS.stream().anyMatch(section -> path.equals(section) || path.startsWith(section + "."));
    }

    private static String doesNotWorkYet(String path) {
        return path + " does not work yet in this version; remove it";
    }

    private record Neutral(String path, String pattern) {}
}
