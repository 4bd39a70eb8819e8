package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.Occurrence;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What an event tells of a contract in its attributes. What cannot be read is as if it were not there. */
record ContractAttributes(Occurrence occurrence) {

    /** Characters kept of what a customer says. */
    static final int MAX_FEEDBACK = 500;

    private static final Pattern EPOCH_MS = Pattern.compile("\\d{1,15}");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T.*)?");
    private static final int DAY_LENGTH = "2026-03-01".length();
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");
    private static final Pattern ATTEMPT = Pattern.compile("[1-9]\\d?");
    private static final int WORST_CSAT = 1;
    private static final int LOW_CSAT = 2;
    private static final int WORST_NPS = 0;
    private static final int LOW_NPS = 6;

    /** {@code started_at} where the contract had begun before; never after the event itself. */
    long startedAtMs() {
        return Math.min(time("started_at").orElse(occurrence.atMs()), occurrence.atMs());
    }

    /** {@code renews_at}. */
    OptionalLong renewsAtMs() {
        return time("renews_at");
    }

    /** {@code effective_at} and {@code feedback}. */
    Cancellation cancellation() {
        Optional<String> said = occurrence.attribute("feedback").filter(text -> !text.isBlank());
        return new Cancellation(time("effective_at"), said.map(ContractAttributes::bounded));
    }

    /** {@code attempt}, from 1 to 99. */
    OptionalInt attempt() {
        Optional<String> text = occurrence.attribute("attempt").filter(value -> ATTEMPT.matcher(value)
                .matches());
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.get()));
    }

    /** {@code amount} that was used. */
    OptionalDouble amount() {
        return number("amount");
    }

    /** {@code csat} of 1 or 2 of 5, {@code nps} of 0 to 6 of 10. */
    boolean isDissatisfied() {
        return isWithin(number("csat"), WORST_CSAT, LOW_CSAT) || isWithin(number("nps"), WORST_NPS, LOW_NPS);
    }

    /** {@code auto_renew}, true or false. */
    Optional<Boolean> autoRenew() {
        return occurrence
                .attribute("auto_renew")
                .filter(text -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))
                .map(Boolean::parseBoolean);
    }

    private static boolean isWithin(OptionalDouble value, int worst, int low) {
        return value.isPresent() && value.getAsDouble() >= worst && value.getAsDouble() <= low;
    }

    private OptionalDouble number(String name) {
        Optional<String> text =
                occurrence.attribute(name).filter(value -> NUMBER.matcher(value).matches());
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text.get()));
    }

    private OptionalLong time(String name) {
        return occurrence.attribute(name).map(ContractAttributes::parsed).orElse(OptionalLong.empty());
    }

    /** Epoch milliseconds, an ISO-8601 time, or a day in UTC. */
    private static OptionalLong parsed(String text) {
        if (EPOCH_MS.matcher(text).matches()) {
            return OptionalLong.of(Long.parseLong(text));
        }
        if (!ISO.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        try {
            Instant time = text.length() > DAY_LENGTH
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            return OptionalLong.of(time.toEpochMilli());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static String bounded(String text) {
        int end = Math.min(text.length(), MAX_FEEDBACK);
        boolean splitsPair = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, splitsPair ? end - 1 : end);
    }
}
