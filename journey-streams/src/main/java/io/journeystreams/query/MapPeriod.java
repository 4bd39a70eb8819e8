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

/** Reads what part of the map is asked for. */
final class MapPeriod {

    private static final long USUAL_MS = Duration.ofHours(1).toMillis();
    private static final Set<String> NAMES = Set.of("from", "to", "channel", "device", "segment", "grain");

    private MapPeriod() {}

    /**
     * @param query as it was sent
     * @param clockMs where the journal's clock stands, epoch milliseconds
     * @return empty if it says something that cannot be understood
     */
    static Optional<MapQuestion> of(Optional<String> query, long clockMs) {
        try {
            return of(fields(query.orElse("")), clockMs);
        } catch (DateTimeParseException | ArithmeticException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<MapQuestion> of(Map<String, String> fields, long clockMs) {
        long toMs = fields.containsKey("to") ? ms(fields.get("to")) : clockMs + 1;
        long fromMs = fields.containsKey("from") ? ms(fields.get("from")) : toMs - USUAL_MS;
        if (fromMs >= toMs || fromMs < 0) {
            return Optional.empty();
        }
        Grain grain = fields.containsKey("grain")
                ? Grain.valueOf(fields.get("grain").toUpperCase(Locale.ROOT))
                : grain(fromMs, toMs, clockMs);
        long endMs = grain.startOf(toMs - 1) + grain.lengthMs();
        return Optional.of(new MapQuestion(
                grain,
                grain.startOf(fromMs),
                endMs,
                Optional.ofNullable(fields.get("channel")),
                Optional.ofNullable(fields.get("device")),
                Optional.ofNullable(fields.get("segment"))));
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

    private static Map<String, String> fields(String query) {
        Map<String, String> fields = new HashMap<>();
        for (String field : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = field.split("=", 2);
            boolean isNew = parts.length == 2
                    && NAMES.contains(parts[0])
                    && fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8)) == null;
            if (!isNew) {
                throw new IllegalArgumentException("unknown, or told twice");
            }
        }
        return fields;
    }

    /** As {@link #of} reads it. */
    static String query(MapQuestion question) {
        StringBuilder query = new StringBuilder("?grain=")
                .append(question.grain().text())
                .append("&from=")
                .append(Instant.ofEpochMilli(question.fromMs()))
                .append("&to=")
                .append(Instant.ofEpochMilli(question.toMs()));
        question.channel().ifPresent(name -> append(query, "channel", name));
        question.device().ifPresent(name -> append(query, "device", name));
        question.segment().ifPresent(name -> append(query, "segment", name));
        return query.toString();
    }

    private static void append(StringBuilder query, String field, String name) {
        query.append('&').append(field).append('=').append(URLEncoder.encode(name, StandardCharsets.UTF_8));
    }
}
