package io.journeystreams.intake.vocabulary;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a mapping says over another: names replace the same names, sets add, lists that say something replace. */
final class Overlay {

    private Overlay() {}

    /** A copy that keeps the order of the file. */
    static <K, V> Map<K, V> inOrder(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static <K, V> Map<K, V> of(Map<K, V> said, Map<K, V> base) {
        Map<K, V> both = new LinkedHashMap<>(base);
        both.putAll(said);
        return both;
    }

    static <V> Set<V> of(Set<V> said, Set<V> base) {
        Set<V> both = new HashSet<>(base);
        both.addAll(said);
        return both;
    }

    static <V> List<V> of(List<V> said, List<V> base) {
        return said.isEmpty() ? base : said;
    }
}
