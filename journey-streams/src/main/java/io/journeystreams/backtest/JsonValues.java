package io.journeystreams.backtest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Single values of the canonical event. The parser stands at the value. Times and amounts come as text. */
final class JsonValues {

    /** Beyond, a text that looks like an amount would be expensive to read. */
    private static final int LONGEST_AMOUNT = 40;

    private JsonValues() {}

    static @Nullable String text(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> json.getText();
            default -> throw new UnreadableValueException("must be a text");
        };
    }

    static String required(JsonParser json) throws IOException {
        String text = text(json);
        if (text == null) {
            throw new UnreadableValueException("must not be null");
        }
        return text;
    }

    /** ISO-8601 with an offset or Z; nothing where it is null. */
    static OptionalLong time(JsonParser json) throws IOException {
        String text = text(json);
        if (text == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Instant.parse(text).toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw new UnreadableValueException("must be a time such as 2026-03-01T10:00:00Z");
        }
    }

    /** A decimal, better as a text than as a number; exact either way. */
    static @Nullable BigDecimal amount(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        String text = scalar(json);
        try {
            if (text.length() <= LONGEST_AMOUNT) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            throw new UnreadableValueException("must be a decimal such as \"12.50\"");
        }
        throw new UnreadableValueException("must be a decimal of at most " + LONGEST_AMOUNT + " characters");
    }

    static int count(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || !json.getNumberType().equals(JsonParser.NumberType.INT)) {
            throw new UnreadableValueException("must be a whole number");
        }
        return json.getIntValue();
    }

    /** In CSV truth comes as text. */
    static boolean truth(JsonParser json) throws IOException {
        String text = json.currentToken() == JsonToken.VALUE_NULL ? "false" : scalar(json);
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new UnreadableValueException("must be true or false");
        };
    }

    /** Text, number or truth as text. */
    static String scalar(JsonParser json) throws IOException {
        if (!json.currentToken().isScalarValue()) {
            throw new UnreadableValueException("must be a single value");
        }
        return json.getText();
    }
}
