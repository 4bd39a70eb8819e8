package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentReason;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of every alert that fell due, while the story is told; what ended stays ended. */
final class Ends {
    private final Map<Alert, End> ends = new LinkedHashMap<>();
    private final Map<Alert, Alert> successors = new HashMap<>();

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

    /** A3: only one stands. */
    void replace(@Nullable Alert alert, Alert successor) {
        if (alert != null && stands(alert)) {
            ends.put(alert, End.REPLACED);
            successors.put(alert, successor);
        }
    }

    /** A6: an alert that should not have been took no other one's place. */
    void buyInTime(Alert alert) {
        if (!stands(alert)) {
            return;
        }
        ends.put(alert, End.retracted(AbandonmentReason.LATE_PURCHASE));
        successors.forEach((replaced, successor) -> {
            if (successor.equals(alert)) {
                ends.put(replaced, End.RECOVERED);
            }
        });
    }

    boolean stands(@Nullable Alert alert) {
        return alert != null && ends.getOrDefault(alert, End.STANDS).stands();
    }
}
