package io.journeystreams.load.oracle;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of every alert that fell due, while the story is told; what ended stays ended. */
final class Ends {
    private final Map<Alert, End> ends = new LinkedHashMap<>();

    Map<Alert, End> all() {
        return Map.copyOf(ends);
    }

    void began(Alert alert, End already) {
        ends.put(alert, already);
    }

    /** Does nothing to an alert that has ended. */
    void end(@Nullable Alert alert, End end) {
        if (stands(alert)) {
            ends.put(alert, end);
        }
    }

    boolean stands(@Nullable Alert alert) {
        return alert != null && ends.getOrDefault(alert, End.STANDS).stands();
    }
}
