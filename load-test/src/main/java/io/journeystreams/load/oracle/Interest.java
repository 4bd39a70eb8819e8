package io.journeystreams.load.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** G2: two looks, searches … within seven days are CONSIDERATION; one is none. */
final class Interest {
    private static final long WITHIN_MS = Duration.ofDays(7).toMillis();

    private final List<Fact> shown = new ArrayList<>();

    /** True if this is at least the second in time. */
    boolean isShownAgainBy(Fact fact) {
        boolean again = shown.stream().anyMatch(before -> fact.atMs() - before.atMs() <= WITHIN_MS);
        shown.add(fact);
        return again;
    }
}
