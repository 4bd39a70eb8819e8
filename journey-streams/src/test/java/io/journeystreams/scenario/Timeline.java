package io.journeystreams.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Event time of scenarios: {@code 10:00}, {@code 10:59:59.999}, {@code +1d 10:00} after the scenario's first midnight.
 *
 * @param midnight when the scenario's first day begins
 */
public record Timeline(Instant midnight) {

    /** The day of scenarios that run without a wall clock. */
    public static final Timeline FIXED = new Timeline(Instant.parse("2026-03-01T00:00:00Z"));

    private static final Pattern TIME = Pattern.compile("(?:([+-]\\d+)d )?(\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?)");

    /** Epoch milliseconds of a time as scenarios write it. */
    public long atMs(String time) {
        Matcher matcher = TIME.matcher(time);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a time is 10:00, 10:00:00.001 or +1d 10:00: " + time);
        }
        long days = matcher.group(1) == null ? 0 : Long.parseLong(matcher.group(1));
        return midnight.plus(Duration.ofDays(days)).toEpochMilli()
                + LocalTime.parse(matcher.group(2)).toNanoOfDay() / 1_000_000;
    }
}
