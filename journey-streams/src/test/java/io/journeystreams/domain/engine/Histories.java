package io.journeystreams.domain.engine;

import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/** Runs a property over seeded histories. {@code -Dhistories=N} tries as many, {@code -Dseed=N} that one alone. */
final class Histories {

    private Histories() {}

    /** @param usually how many, from seed 1 on, if nothing else is asked for */
    static void forEachSeed(int usually, LongConsumer property) {
        forEachSeed(usually, RandomHistory::new, property);
    }

    /** @param history tells a failure's history */
    static void forEachSeed(int usually, LongFunction<RandomHistory> history, LongConsumer property) {
        Long only = Long.getLong("seed");
        long first = only == null ? 1 : only;
        long last = only == null ? Integer.getInteger("histories", usually) : only;
        for (long seed = first; seed <= last; seed++) {
            try {
                property.accept(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "rerun with -Dseed=" + seed
                                + RandomHistory.describe(history.apply(seed).events()),
                        e);
            }
        }
    }
}
