package io.journeystreams.config;

import io.journeystreams.domain.moment.Tier;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    static final ValueType<BigDecimal> FRACTION =
            new ValueType<>("fraction", "a number such as 0.5", BigDecimal::new, ValueType::plain);

    static final ValueType<Integer> COUNT =
            new ValueType<>("whole number", "a whole number", Integer::valueOf, String::valueOf);

    static final ValueType<Boolean> SWITCH =
            new ValueType<>("switch", "true or false", ValueType::parseSwitch, String::valueOf);

    static final ValueType<String> TEXT = new ValueType<>("text", "some text", text -> text, text -> text);

    static final ValueType<Path> PATH = new ValueType<>("path", "a path", Path::of, Path::toString);

    static final ValueType<List<Duration>> DURATIONS = new ValueType<>(
            "durations",
            "durations separated by commas, such as 24h, 72h",
            ValueType::parseDurations,
            ValueType::format);

    static final ValueType<LocalTime> TIME_OF_DAY =
            new ValueType<>("time of day", "a time of day such as 21:00", ValueType::parseTime, LocalTime::toString);

    static final ValueType<ZoneId> ZONE =
            new ValueType<>("time zone", "a time zone such as Europe/Berlin", ValueType::parseZone, ZoneId::getId);

    static final ValueType<BigDecimal> PERCENT = new ValueType<>(
            "percentage", "a percentage such as 10%", ValueType::parsePercent, percent -> plain(percent) + "%");

    /** A file that counts by its content: what is shown and fingerprinted says its name and a digest. */
    static final ValueType<Path> CONTENT =
            new ValueType<>("file", "a file that can be read", ContentFile::readable, ContentFile::describe);

    static final ValueType<String> STAGE_MODEL = new ValueType<>(
            "stage model",
            String.join(", ", StageModels.BUILT_IN) + " or a file that can be read",
            StageModels::known,
            StageModels::describe);

    /** Written by {@code fit-churn}; they count by their parameters. */
    static final ValueType<List<Path>> CHURN_PARAMETERS = new ValueType<>(
            "churn parameters",
            "a file that can be read, or several separated by commas",
            ValueType::parseFiles,
            ChurnModels::describe);

    /** It counts by its weights. */
    static final ValueType<Path> SIGNAL_WEIGHTS = new ValueType<>(
            "weights of signals", "a file that can be read", ContentFile::readable, SignalWeightsFile::describe);

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

    private static List<Path> parseFiles(String text) {
        return Stream.of(text.split(",", -1))
                .map(part -> ContentFile.readable(part.strip()))
                .toList();
    }

    private static List<Duration> parseDurations(String text) {
        return Stream.of(text.split(",", -1))
                .map(part -> DurationText.parse(part.strip()))
                .toList();
    }

    private static String format(List<Duration> durations) {
        return durations.stream().map(DurationText::format).collect(Collectors.joining(", "));
    }

    private static LocalTime parseTime(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static ZoneId parseZone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static BigDecimal parsePercent(String text) {
        if (!text.endsWith("%")) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(text.substring(0, text.length() - 1));
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
