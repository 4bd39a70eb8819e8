package io.journeystreams.domain.fact;

import io.journeystreams.domain.event.DerivedId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something that the rules say happened, and that a late event may change (rule G7). Facts are equal if they say the same.
 */
public interface Fact {

    /** When it happened, epoch milliseconds. */
    long atMs();

    /** What its id follows from, joined by {@code |}; facts with the same cause are versions of one another (rule T7). */
    String cause();

    /** The same cause; to be overridden where that is found out sooner. */
    default boolean isVersionOf(Fact other) {
        return cause().equals(other.cause());
    }

    /** Facts of the same group may take the place of one another. */
    String group();

    /** Time alone brought it: it is true only once the clock has passed it (rule T5). */
    boolean isTimed();

    /** The facts of two histories as one, each once; ordered by time and cause. */
    static <F extends Fact> List<F> union(List<F> one, List<F> other) {
        Map<String, F> joined = new HashMap<>();
        Stream.concat(one.stream(), other.stream()).forEach(fact -> joined.putIfAbsent(fact.cause(), fact));
        return joined.values().stream()
                .sorted(Comparator.comparingLong(F::atMs).thenComparing(F::cause))
                .toList();
    }

    default String id(String tenant) {
        return DerivedId.of(tenant, cause());
    }
}
