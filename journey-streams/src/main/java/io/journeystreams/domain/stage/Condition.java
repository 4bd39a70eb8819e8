package io.journeystreams.domain.stage;

import io.journeystreams.domain.event.Occurrence;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * What an event has to say to be evidence.
 *
 * @param attribute one of the event's, or {@code channel}, {@code device}, {@code url}, {@code lines} (how many products)
 */
public record Condition(String attribute, Operator operator, String value) {

    public Condition {
        if (operator.isNumeric()) {
            requireNumber(value);
        }
    }

    /** How an attribute is compared. Text is compared without regard to case; what is not there fulfils nothing. */
    public enum Operator {
        IS(""),
        AT_LEAST(">="),
        AT_MOST("<="),
        CONTAINS("~");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** Written before the value. */
        public String sign() {
            return sign;
        }

        private boolean isNumeric() {
            return this == AT_LEAST || this == AT_MOST;
        }
    }

    /**
     * @param text the value, after the operator's sign: {@code >=4}, {@code ~/pricing}, {@code true}
     * @throws IllegalArgumentException if a number is to be compared and is none
     */
    public static Condition of(String attribute, String text) {
        for (Operator operator : Operator.values()) {
            if (!operator.sign.isEmpty() && text.startsWith(operator.sign)) {
                return new Condition(
                        attribute,
                        operator,
                        text.substring(operator.sign.length()).strip());
            }
        }
        return new Condition(attribute, Operator.IS, text);
    }

    boolean holds(Occurrence occurrence) {
        return valueOf(occurrence).filter(this::isFulfilledBy).isPresent();
    }

    private Optional<String> valueOf(Occurrence occurrence) {
        return switch (attribute) {
            case "channel" -> Channel.of(occurrence).map(Channel::text);
            case "device" -> occurrence.device();
            case "url" -> occurrence.pageUrl();
            case "lines" ->
                Optional.of(String.valueOf(occurrence.lines().stream()
                        .filter(line -> line.quantity() > 0)
                        .count()));
            default -> occurrence.attribute(attribute);
        };
    }

    private boolean isFulfilledBy(String actual) {
        return switch (operator) {
            case IS -> actual.equalsIgnoreCase(value);
            case CONTAINS -> actual.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
            case AT_LEAST -> compare(actual).filter(sign -> sign >= 0).isPresent();
            case AT_MOST -> compare(actual).filter(sign -> sign <= 0).isPresent();
        };
    }

    private Optional<Integer> compare(String actual) {
        try {
            return Optional.of(new BigDecimal(actual.strip()).compareTo(new BigDecimal(value)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static void requireNumber(String value) {
        try {
            BigDecimal unused = new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a number must follow >= and <=: " + value, e);
        }
    }
}
