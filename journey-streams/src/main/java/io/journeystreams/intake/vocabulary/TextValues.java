package io.journeystreams.intake.vocabulary;

import io.journeystreams.intake.vocabulary.ValueSource.TimeUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Reads what documents hold as text or number. */
final class TextValues {

    /** Beyond these a number is no amount, quantity or time, and would be expensive to work with. */
    private static final int LONGEST_NUMBER = 40;

    private static final int MOST_PLACES = 30;
    private static final int PLACE_OF_T = 10;

    private TextValues() {}

    static BigDecimal amount(String text) throws UnusableValueException {
        try {
            if (text.length() <= LONGEST_NUMBER) {
                BigDecimal amount = new BigDecimal(text.strip());
                if (Math.abs((long) amount.scale()) <= MOST_PLACES) {
                    return amount;
                }
            }
        } catch (NumberFormatException e) {
            throw new UnusableValueException("must be a decimal such as 12.50");
        }
        throw new UnusableValueException(
                "must be a decimal of at most " + LONGEST_NUMBER + " characters and " + MOST_PLACES + " places");
    }

    /** Pieces: also 2.0, but no part of one. */
    static int count(String text) throws UnusableValueException {
        try {
            return amount(text).intValueExact();
        } catch (ArithmeticException e) {
            throw new UnusableValueException("must be a whole number");
        }
    }

    static boolean truth(String text) {
        return text.equalsIgnoreCase("true") || text.equals("1");
    }

    /** Epoch milliseconds. */
    static long time(String text, TimeUnit unit) throws UnusableValueException {
        return switch (unit) {
            case ISO -> iso(text.strip());
            case SECONDS -> epoch(text, 3);
            case MILLIS -> epoch(text, 0);
            case MICROS -> epoch(text, -3);
        };
    }

    private static long epoch(String text, int shift) throws UnusableValueException {
        try {
            return amount(text)
                    .scaleByPowerOfTen(shift)
                    .setScale(0, RoundingMode.FLOOR)
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new UnusableValueException("must be a time since 1970");
        }
    }

    private static long iso(String text) throws UnusableValueException {
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(withT(text), OffsetDateTime::from, LocalDateTime::from);
            Instant instant = time instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
            return instant.toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new UnusableValueException("must be a time such as 2026-03-01T10:00:00Z");
        }
    }

    /** Databases write a blank between date and time. */
    private static String withT(String text) {
        return text.length() > PLACE_OF_T && text.charAt(PLACE_OF_T) == ' '
                ? text.substring(0, PLACE_OF_T) + "T" + text.substring(PLACE_OF_T + 1)
                : text;
    }
}
