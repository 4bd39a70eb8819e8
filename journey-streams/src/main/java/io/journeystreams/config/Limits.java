package io.journeystreams.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a value must satisfy beyond its type.
 *
 * @param expected completes "must be …" in an error and in the reference; empty if there is no limit
 */
record Limits<T>(String expected, Predicate<T> holds) {

    static <T> Limits<T> none() {
        return new Limits<>("", value -> true);
    }

    static Limits<Duration> positive() {
        return new Limits<>("positive", value -> !value.isNegative() && !value.isZero());
    }

    static Limits<BigDecimal> notNegative() {
        return new Limits<>("0 or more", value -> value.signum() >= 0);
    }

    static Limits<Integer> between(int lowest, int highest) {
        return new Limits<>(lowest + " to " + highest, value -> value >= lowest && value <= highest);
    }

    static Limits<BigDecimal> percentage() {
        BigDecimal all = BigDecimal.valueOf(100);
        return new Limits<>("0% to 100%", value -> value.signum() >= 0 && value.compareTo(all) <= 0);
    }

    /** For levels that are never reached at 0 or 1. */
    static Limits<BigDecimal> insideUnit() {
        return new Limits<>("above 0 and below 1", value -> value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0);
    }

    static Limits<Duration> atMost(Duration longest) {
        return new Limits<>("at most " + DurationText.format(longest), value -> value.compareTo(longest) <= 0);
    }

    /** At least one. */
    static Limits<Duration> wholeDays() {
        return new Limits<>("whole days", value -> !value.isZero() && value.equals(Duration.ofDays(value.toDays())));
    }

    static <T> Limits<List<T>> atMost(int size) {
        return new Limits<>("at most " + size, value -> value.size() <= size);
    }

    static Limits<String> notBlank() {
        return new Limits<>("not blank", value -> !value.isBlank());
    }

    static Limits<String> matching(String pattern, String expected) {
        return new Limits<>(expected, value -> value.matches(pattern));
    }

    static Limits<String> containing(String part) {
        return new Limits<>("text that contains " + part, value -> value.contains(part));
    }
}
