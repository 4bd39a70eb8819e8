package io.journeystreams.query;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Which part of a timeline is asked for: the latest entries before a time.
 *
 * @param limit entries, 1 to {@link #MOST}; a page holds more where that many happened in its first millisecond
 * @param beforeMs epoch milliseconds, not included
 */
record TimelinePage(int limit, long beforeMs) {

    static final int USUAL = 100;
    static final int MOST = 1_000;

    private static final String LIMIT = "limit";
    private static final String BEFORE = "before";

    /** What a query asks for; nothing if it is none that we understand. */
    static Optional<TimelinePage> of(Optional<String> query) {
        Map<String, String> given = new HashMap<>();
        for (String part : query.filter(text -> !text.isEmpty())
                .map(text -> text.split("&", -1))
                .orElse(new String[0])) {
            int equals = part.indexOf('=');
            if (equals < 0 || given.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
                return Optional.empty();
            }
        }
        return Set.of(LIMIT, BEFORE).containsAll(given.keySet())
                ? of(given.getOrDefault(LIMIT, String.valueOf(USUAL)), Optional.ofNullable(given.get(BEFORE)))
                : Optional.empty();
    }

    private static Optional<TimelinePage> of(String limit, Optional<String> before) {
        try {
            int entries = Integer.parseInt(limit);
            long beforeMs = before.map(
                            text -> Instant.parse(text.replace("%3A", ":").replace("%3a", ":")))
                    .map(Instant::toEpochMilli)
                    .orElse(Long.MAX_VALUE);
            return entries >= 1 && entries <= MOST
                    ? Optional.of(new TimelinePage(entries, beforeMs))
                    : Optional.empty();
        } catch (NumberFormatException | DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** The query that asks for this page. */
    String query() {
        String end = beforeMs == Long.MAX_VALUE ? "" : "&" + BEFORE + "=" + Instant.ofEpochMilli(beforeMs);
        return "?" + LIMIT + "=" + limit + end;
    }

    /**
     * The entries of this page, the earliest first. What happened in one millisecond is never parted, so that the next page begins
     * where this one ends.
     *
     * @param all in the order of time
     */
    <T> List<T> of(List<T> all, ToLongFunction<T> atMs) {
        List<T> before =
                all.stream().filter(entry -> atMs.applyAsLong(entry) < beforeMs).toList();
        int from = Math.max(0, before.size() - limit);
        while (from > 0 && atMs.applyAsLong(before.get(from - 1)) == atMs.applyAsLong(before.get(from))) {
            from--;
        }
        return before.subList(from, before.size());
    }
}
