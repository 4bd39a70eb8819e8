package io.journeystreams.config;

import io.journeystreams.domain.moment.Tier;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the text of a setting is read.
 *
 * @param name for the reference
 * @param expected completes "expected …" in an error
 * @param parse throws {@link IllegalArgumentException} for text that is not of this type
 * @param canonical the same text for equal values
 */
record ValueType<T>(String name, String expected, Function<String, T> parse, Function<T, String> canonical) {

    static final ValueType<Duration> DURATION =
            new ValueType<>("duration", DurationText.EXPECTED, DurationText::parse, DurationText::format);

    static final ValueType<BigDecimal> AMOUNT =
            new ValueType<>("amount", "a number such as 25.00", BigDecimal::new, ValueType::plain);

    static final ValueType<Integer> COUNT =
            new ValueType<>("whole number", "a whole number", Integer::valueOf, String::valueOf);

    static final ValueType<Boolean> SWITCH =
            new ValueType<>("switch", "true or false", ValueType::parseSwitch, String::valueOf);

    static final ValueType<String> TEXT = new ValueType<>("text", "some text", text -> text, text -> text);

    static final ValueType<Path> PATH = new ValueType<>("path", "a path", Path::of, Path::toString);

    /** A file that counts by its content: what is shown and fingerprinted says its name and a digest. */
    static final ValueType<Path> CONTENT =
            new ValueType<>("file", "a file that can be read", ContentFile::readable, ContentFile::describe);

    static final ValueType<String> STAGE_MODEL = new ValueType<>(
            "stage model",
            String.join(", ", StageModels.BUILT_IN) + " or a file that can be read",
            StageModels::known,
            StageModels::describe);

    static final ValueType<List<Tier>> TIERS =
            new ValueType<>("tiers", TierText.EXPECTED, TierText::parse, TierText::format);

    /** One of an enum's constants, in lower case, with hyphens. */
    static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        String names = constants.stream().map(ValueType::lowerCase).collect(Collectors.joining(" or "));
        return new ValueType<>(names, names, text -> parseChoice(constants, text), ValueType::lowerCase);
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private static boolean parseSwitch(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static <E extends Enum<E>> E parseChoice(List<E> constants, String text) {
        return constants.stream()
                .filter(constant -> lowerCase(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
