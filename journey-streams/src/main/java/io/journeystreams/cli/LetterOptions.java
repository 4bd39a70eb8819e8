package io.journeystreams.cli;

import io.journeystreams.intake.RejectionReason;
import io.journeystreams.letters.LetterFilter;
import io.journeystreams.letters.LetterPosition;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which dead letters are meant. */
final class LetterOptions {

    private static final Pattern RANGE = Pattern.compile("(?:(\\d{1,9})@)?(\\d{1,18})(?:-(\\d{1,18}))?");
    private static final long LARGEST_RANGE = 1_000_000;

    @Spec(Target.MIXEE)
    private CommandSpec mixee = CommandSpec.create();

    @Option(names = "--reason", paramLabel = "REASON", description = "Only of this reason: ${COMPLETION-CANDIDATES}.")
    private @Nullable RejectionReason reason;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Only what came from this topic.")
    private @Nullable String topic;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only what became a dead letter since then, as 2026-03-01T10:00:00Z.")
    private @Nullable String since;

    @Option(
            names = "--offsets",
            split = ",",
            paramLabel = "OFFSET",
            description = "Only these: 17, 20-30, or with the partition 1@17, 1@20-30. Without one, partition 0.")
    private List<String> offsets = List.of();

    LetterFilter filter() {
        return new LetterFilter(
                Optional.ofNullable(reason).map(Enum::name), Optional.ofNullable(topic), sinceMs(), positions());
    }

    private OptionalLong sinceMs() {
        try {
            return since == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(Instant.parse(since).toEpochMilli());
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    mixee.commandLine(), "--since is a time as 2026-03-01T10:00:00Z, not " + since, e);
        }
    }

    private Set<LetterPosition> positions() {
        Set<LetterPosition> positions = new HashSet<>();
        offsets.forEach(text -> add(text, positions));
        return positions;
    }

    private void add(String text, Set<LetterPosition> positions) {
        Matcher range = RANGE.matcher(text.strip());
        if (!range.matches()) {
            throw new ParameterException(
                    mixee.commandLine(), "--offsets are numbers as 17, 20-30, 1@17 or 1@20-30, not " + text);
        }
        int partition = range.group(1) == null ? 0 : Integer.parseInt(range.group(1));
        long from = Long.parseLong(range.group(2));
        long to = range.group(3) == null ? from : Long.parseLong(range.group(3));
        if (to < from || to - from >= LARGEST_RANGE) {
            throw new ParameterException(
                    mixee.commandLine(), "--offsets go upwards, at most a million at once, not " + text);
        }
        for (long offset = from; offset <= to; offset++) {
            positions.add(new LetterPosition(partition, offset));
        }
    }
}
