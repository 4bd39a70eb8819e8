package io.journeystreams.domain.churn;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An alert that readers have been told of.
 *
 * @param alert as last told
 * @param revision last revision told, from 1
 * @param stands has not been retracted
 * @param wasActionable somebody has been asked to look at the customer because of it
 */
public record ToldAlert(ChurnAlert alert, int revision, boolean stands, boolean wasActionable) {

    /** Readers think that it fires. */
    public boolean isOpen() {
        return stands && alert.isFiring();
    }

    /** What has been told of two histories that are one now, the higher revision of each alert; ordered by time and cause. */
    public static List<ToldAlert> union(List<ToldAlert> one, List<ToldAlert> other) {
        Map<String, ToldAlert> joined = new HashMap<>();
        Stream.concat(one.stream(), other.stream())
                .forEach(told -> joined.merge(
                        told.alert().cause(),
                        told,
                        (known, more) -> more.revision() > known.revision() ? more : known));
        return joined.values().stream()
                .sorted(Comparator.comparingLong(
                                (ToldAlert told) -> told.alert().firedAtMs())
                        .thenComparing(told -> told.alert().cause()))
                .toList();
    }
}
