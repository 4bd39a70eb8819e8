package io.journeystreams.intake;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How long texts may be that a profile keeps (fault R8). Longer ones are cut, and counted (TEXTS_CUT); what is identified by an id
 * would be something else if the id were cut, so ids are not ({@link OccurrenceReader#LONGEST_ID}).
 */
final class TextLimits {

    /** Names of products, campaigns and channels, characters. */
    static final int LONGEST_NAME = 512;

    /** Addresses of pages and values of attributes, characters. */
    static final int LONGEST_TEXT = 2_048;

    private TextLimits() {}

    /** A text of the report is longer than what is kept of it. */
    static boolean areExceeded(ReportedEvent event) {
        return isOver(LONGEST_NAME, event.channel())
                || isOver(LONGEST_NAME, event.campaign())
                || isOver(LONGEST_TEXT, event.pageUrl())
                || hasLongValue(event.attributes())
                || (!event.lines().isEmpty() && event.lines().stream().anyMatch(TextLimits::areExceeded));
    }

    private static boolean hasLongValue(Map<String, String> attributes) {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            if (isOver(LONGEST_TEXT, attribute.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean areExceeded(io.journeystreams.contracts.Line line) {
        return isOver(LONGEST_NAME, line.getName())
                || isOver(LONGEST_TEXT, line.getImageUrl())
                || isOver(LONGEST_TEXT, line.getProductUrl());
    }

    static Optional<String> name(@Nullable String text) {
        return Texts.present(text).map(name -> cut(name, LONGEST_NAME));
    }

    /** Of a page that was visited. */
    static Optional<String> page(@Nullable String url) {
        return Texts.present(url).map(address -> cut(address, LONGEST_TEXT));
    }

    /** Of something that a mail leads to: cut, it would lead nowhere, so a longer one is left out. */
    static Optional<String> link(@Nullable String url) {
        return Texts.present(url).filter(address -> !isOver(LONGEST_TEXT, address));
    }

    static Map<String, String> attributes(Map<String, String> values) {
        return hasLongValue(values)
                ? values.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> cut(entry.getValue(), LONGEST_TEXT)))
                : values;
    }

    private static boolean isOver(int longest, @Nullable String text) {
        return text != null && text.length() > longest;
    }

    /** Between characters, never within one. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
