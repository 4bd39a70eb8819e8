package io.journeystreams.domain.fact;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A fact that readers have been told of.
 *
 * @param fact as last told
 * @param revision last revision told, from 1
 * @param stands has neither been retracted nor superseded
 */
public record Told<F extends Fact>(F fact, int revision, boolean stands) {

    /** What has been told of two histories that are one now, the higher revision of each fact; ordered by time and cause. */
    public static <F extends Fact> List<Told<F>> union(List<Told<F>> one, List<Told<F>> other) {
        Map<String, Told<F>> joined = new HashMap<>();
        Stream.concat(one.stream(), other.stream())
                .forEach(told -> joined.merge(
                        told.fact().cause(), told, (known, more) -> more.revision() > known.revision() ? more : known));
        return joined.values().stream()
                .sorted(Comparator.comparingLong((Told<F> told) -> told.fact().atMs())
                        .thenComparing(told -> told.fact().cause()))
                .toList();
    }

    /** Without those that nothing can change any more. */
    public static <F extends Fact> List<Told<F>> forgetBefore(long ms, List<Told<F>> told) {
        return told.stream().filter(known -> known.fact().atMs() >= ms).toList();
    }
}
