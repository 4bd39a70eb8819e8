package io.journeystreams.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: a whole number and one of the units ms, s, m, h, d (24 h) and w (7 d). */
public final class DurationText {

    static final String EXPECTED = "a duration such as 500ms, 30s, 60m, 24h, 7d or 12w";

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}|\\d{1,13}(?=ms))(ms|s|m|h|d|w)");
    private static final Map<String, Duration> UNITS = units();

    private DurationText() {}

    /** @throws IllegalArgumentException if the text has another form */
    public static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return UNITS.getOrDefault(matcher.group(2), Duration.ZERO).multipliedBy(Long.parseLong(matcher.group(1)));
    }

    /** The shortest text that {@link #parse} reads back to the same duration. */
    public static String format(Duration duration) {
        String text = duration.toMillis() + "ms";
        for (Map.Entry<String, Duration> unit : UNITS.entrySet()) {
            long unitMs = unit.getValue().toMillis();
            if (duration.toMillis() % unitMs == 0) {
                text = duration.toMillis() / unitMs + unit.getKey();
            }
        }
        return duration.isZero() ? "0s" : text;
    }

    private static Map<String, Duration> units() {
        Map<String, Duration> units = new LinkedHashMap<>();
        units.put("ms", Duration.ofMillis(1));
        units.put("s", Duration.ofSeconds(1));
        units.put("m", Duration.ofMinutes(1));
        units.put("h", Duration.ofHours(1));
        units.put("d", Duration.ofDays(1));
        units.put("w", Duration.ofDays(7));
        return units;
    }
}
