package io.journeystreams.letters;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a dead letter stands in the topic of dead letters. */
public record LetterPosition(int partition, long offset) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})@(\\d{1,18})");

    static Optional<LetterPosition> parse(byte[] text) {
        Matcher matcher = FORM.matcher(new String(text, StandardCharsets.UTF_8));
        return matcher.matches()
                ? Optional.of(new LetterPosition(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return partition + "@" + offset;
    }
}
