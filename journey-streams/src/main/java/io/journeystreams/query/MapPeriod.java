package io.journeystreams.query;

import io.journeystreams.map.Grain;
import io.journeystreams.map.MapQuestion;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads what part of the map is asked for. */
final class MapPeriod {

    private static final long USUAL_MS = Duration.ofHours(1).toMillis();

    /** So far ahead of the clock a period may end: other partitions may be ahead. */
    private static final long AHEAD_MS = Duration.ofDays(1).toMillis();

    private static final Set<String> NAMES = Set.of("from", "to", "channel", "device", "segment");
    private static final Set<String> NAMES_PASSED_ON = Set.of("from", "to", "channel", "device", "segment", "grain");

    private MapPeriod() {}

    /**
     * The period widened to whole stretches, and cut to what is kept. One of which nothing is kept is told too, and no longer than what is
     * kept of its grain: nobody is told of more than a few hundred stretches, whatever is asked.
     *
     * @param query as it was sent
     * @param clockMs where the journal's clock stands, epoch milliseconds
     * @return empty if it says something that cannot be understood
     */
    static Optional<MapQuestion> of(Optional<String> query, long clockMs) {
        return understood(() -> asked(fields(query.orElse(""), NAMES), clockMs));
    }

    /** As {@link #query} writes it for another instance. */
    static Optional<MapQuestion> passedOn(Optional<String> query) {
        return understood(() -> passedOn(fields(query.orElse(""), NAMES_PASSED_ON)));
    }

    private static Optional<MapQuestion> understood(Supplier<MapQuestion> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeParseException | ArithmeticException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static MapQuestion asked(Map<String, String> fields, long clockMs) {
        long toMs = fields.containsKey("to") ? ms(fields.get("to")) : clockMs + 1;
        long fromMs = fields.containsKey("from") ? ms(fields.get("from")) : toMs - USUAL_MS;
        check(fromMs, toMs);
        Grain grain = grain(fromMs, toMs, clockMs);
        long startMs = Math.max(grain.startOf(fromMs), grain.keptFromMs(clockMs));
        long endMs = Math.min(endOf(grain, toMs), endOf(grain, clockMs + AHEAD_MS));
        if (startMs >= endMs) {
            endMs = endOf(grain, toMs);
            startMs = Math.max(grain.startOf(fromMs), endMs - grain.keptMs());
        }
        return question(grain, startMs, endMs, fields);
    }

    private static MapQuestion passedOn(Map<String, String> fields) {
        long fromMs = ms(fields.getOrDefault("from", ""));
        long toMs = ms(fields.getOrDefault("to", ""));
        check(fromMs, toMs);
        Grain grain = Grain.valueOf(fields.getOrDefault("grain", "").toUpperCase(Locale.ROOT));
        return question(grain, grain.startOf(fromMs), endOf(grain, toMs), fields);
    }

    private static void check(long fromMs, long toMs) {
        if (fromMs >= toMs || fromMs < 0) {
            throw new IllegalArgumentException("from must be before to, and not before 1970: " + fromMs + ", " + toMs);
        }
    }

    private static long endOf(Grain grain, long toMs) {
        return Math.addExact(grain.startOf(toMs - 1), grain.lengthMs());
    }

    private static MapQuestion question(Grain grain, long startMs, long endMs, Map<String, String> fields) {
        return new MapQuestion(
                grain,
                startMs,
                endMs,
                Optional.ofNullable(fields.get("channel")),
                Optional.ofNullable(fields.get("device")),
                Optional.ofNullable(fields.get("segment")));
    }

    /** Not finer than the period is long: a day is told in hours, four weeks in days. */
    private static Grain grain(long fromMs, long toMs, long clockMs) {
        Grain kept = Grain.finestSince(fromMs, clockMs);
        for (Grain grain : Grain.values()) {
            if (grain.compareTo(kept) >= 0 && toMs - fromMs <= grain.keptMs()) {
                return grain;
            }
        }
        return Grain.DAY;
    }

    private static long ms(String text) {
        return Instant.parse(text).toEpochMilli();
    }

    private static Map<String, String> fields(String query, Set<String> names) {
        Map<String, String> fields = new HashMap<>();
        for (String field : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = field.split("=", 2);
            boolean isNew = parts.length == 2
                    && names.contains(parts[0])
                    && fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8)) == null;
            if (!isNew) {
                throw new IllegalArgumentException("unknown, or told twice");
            }
        }
        return fields;
    }

    /** As {@link #passedOn} reads it. */
    static String query(MapQuestion question) {
        StringBuilder query =
                new StringBuilder("?grain=").append(question.grain().text());
        append(query, "from", Instant.ofEpochMilli(question.fromMs()).toString());
        append(query, "to", Instant.ofEpochMilli(question.toMs()).toString());
        question.channel().ifPresent(name -> append(query, "channel", name));
        question.device().ifPresent(name -> append(query, "device", name));
        question.segment().ifPresent(name -> append(query, "segment", name));
        return query.toString();
    }

    private static void append(StringBuilder query, String field, String name) {
        query.append('&').append(field).append('=').append(URLEncoder.encode(name, StandardCharsets.UTF_8));
    }
}
