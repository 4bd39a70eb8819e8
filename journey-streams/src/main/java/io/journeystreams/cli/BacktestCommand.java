package io.journeystreams.cli;

import io.journeystreams.backtest.Backtest;
import io.journeystreams.backtest.BacktestRequest;
import io.journeystreams.backtest.BacktestSummary;
import io.journeystreams.backtest.CourseSummary;
import io.journeystreams.backtest.EventFile;
import io.journeystreams.backtest.IntakeTime;
import io.journeystreams.backtest.Until;
import io.journeystreams.config.DurationText;
import io.journeystreams.config.EventFormat;
import io.journeystreams.config.InputSettings;
import io.journeystreams.config.JourneyConfig;
import io.journeystreams.domain.abandonment.Trial;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.explain.Explanation;
import io.journeystreams.intake.RecordDecoder;
import io.journeystreams.intake.ReportedEvent;
import io.journeystreams.intake.vocabulary.InputVocabularies;
import io.journeystreams.query.DecisionsJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Runs the rules over files of events. Needs neither broker nor registry. */
@Command(
        name = "backtest",
        description = "Run the rules over files of events, without Kafka, and write what would have been published.",
        footer = {
            "",
            "A line that cannot be used goes to dead-letters.ndjson with the reason; the rest goes on.",
            "The result files are replaced: one for each output topic, and dead-letters.ndjson."
        },
        mixinStandardHelpOptions = true)
final class BacktestCommand implements Runnable {

    private static final double PERCENT = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(
            names = "--events",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "Canonical events: .ndjson or .csv, each also .gz, or .avro. Several are one input.")
    private List<Path> events = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description =
                    "Vocabulary of the events, if it is not ours: segment-json, ga4-json or snowplow-json, one event a "
                            + "line. The mapping configured for inputs of that format counts.")
    private @Nullable EventFormat format;

    @Option(
            names = "--crm-events",
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "With --format: files of what the CRM sends in that vocabulary; the others are the clickstream.")
    private List<Path> crmEvents = List.of();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the result files.")
    private Path out = Path.of("");

    @Option(
            names = "--until",
            paramLabel = "WHEN",
            converter = UntilConverter.class,
            description = "How far the clock runs on after the last event: +48h (the default), a time such as "
                    + "2026-03-01T10:00:00Z, now, or end for not at all.")
    private Until until = Until.usual();

    @Option(
            names = "--intake-at",
            paramLabel = "WHEN",
            converter = IntakeTimeConverter.class,
            description = "Take all events in at this time, or now, as a processor does that reads what has piled up; "
                    + "default: each as it was ingested, as live.")
    private IntakeTime intakeTime = new IntakeTime.AsLive();

    @Option(
            names = "--explain",
            paramLabel = "PROFILE",
            description =
                    "At the end say why this profile got an alert, and why not: c: and a customer id, or a: and an"
                            + " anonymous id. May be one that goes on in another; then ask for that.")
    private @Nullable String explained;

    @Override
    public void run() {
        Optional<ProfileKey> asked = Optional.ofNullable(explained).map(text -> ExplainCommand.profileKey(spec, text));
        JourneyConfig config = options.loadOrDefaults();
        BacktestRequest request =
                new BacktestRequest(config.policy(), files(config.inputs()), out, until, intakeTime, asked);
        long startedAt = System.nanoTime();
        BacktestSummary summary = run(request);
        print(summary, Duration.ofNanos(System.nanoTime() - startedAt));
        asked.ifPresent(profile -> printStory(profile, summary, config.policy().version()));
    }

    private List<EventFile> files(InputSettings inputs) {
        try {
            return format == null ? canonicalFiles() : filesOf(format, inputs);
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private List<EventFile> canonicalFiles() {
        if (!crmEvents.isEmpty()) {
            throw new Failure(
                    ExitCode.USAGE, "--crm-events needs --format; our own events say their source themselves");
        }
        return events.stream().map(EventFile::of).toList();
    }

    private List<EventFile> filesOf(EventFormat vocabulary, InputSettings inputs) {
        RecordDecoder<ReportedEvent> clickstream =
                InputVocabularies.reader(inputs, Source.CLICKSTREAM, vocabulary).orElseThrow();
        RecordDecoder<ReportedEvent> crm =
                InputVocabularies.reader(inputs, Source.CRM, vocabulary).orElseThrow();
        return Stream.concat(
                        events.stream().map(path -> EventFile.of(path, clickstream)),
                        crmEvents.stream().map(path -> EventFile.of(path, crm)))
                .toList();
    }

    private BacktestSummary run(BacktestRequest request) {
        try {
            return Backtest.run(request, new ProgressLine(spec.commandLine().getErr()));
        } catch (NoSuchFileException e) {
            throw new Failure(ExitCode.FILES, "no such file: " + e.getFile(), e);
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            throw new Failure(ExitCode.FILES, e.getFile() + ": " + reason, e);
        } catch (IOException e) {
            throw new Failure(ExitCode.FILES, String.valueOf(e.getMessage()), e);
        }
    }

    private void print(BacktestSummary summary, Duration took) {
        PrintWriter text = spec.commandLine().getOut();
        long perSecond = summary.events() * 1_000 / Math.max(1, took.toMillis());
        text.printf("events         %d%n", summary.events());
        text.printf("decisions      %d%s%n", summary.decisionCount(), inWords(summary.decisions()));
        text.printf("noticed        %d%s%n", sum(summary.remarks()), inWords(summary.remarks()));
        text.printf("dead letters   %d%s%n", summary.deadLetterCount(), inWords(summary.deadLetters()));
        text.printf("profiles       %d%n", summary.profiles());
        text.printf("sessions       %d records%s%n", sum(summary.sessions()), inWords(summary.sessions()));
        text.printf("alerts         %d records%s%n", sum(summary.alerts()), inWords(summary.alerts()));
        text.printf("actions        %d records%n", summary.actions());
        print(summary.course(), text);
        text.printf(
                "subjects       %d armed = %d abandoned + %d disarmed%s + %d open%n",
                summary.tally().armed(),
                summary.tally().abandoned(),
                sum(summary.tally().disarmed()),
                inWords(summary.tally().disarmed()),
                summary.tally().open());
        printTrial(text, summary.tally().trial());
        text.printf(Locale.ROOT, "time           %.1f s, %d events/s%n", took.toMillis() / 1_000.0, perSecond);
        text.printf("results        %s%n", out);
    }

    private static void print(CourseSummary course, PrintWriter text) {
        text.printf("stages         %d records%s%n", sum(course.transitions()), counted(course.transitions()));
        text.printf("moments        %d records%s%n", sum(course.moments()), counted(course.moments()));
        text.printf("friction       %s%n", course.friction().isEmpty() ? "none" : String.join(", ", course.friction()));
        text.printf("churn risk     %d records%s%n", sum(course.churn()), inWords(course.churn()));
        text.printf("settled        %d records%s%n", sum(course.settlements()), counted(course.settlements()));
    }

    private void printStory(ProfileKey profile, BacktestSummary summary, String policyVersion) {
        Explanation explanation = summary.explanation()
                .orElseThrow(() -> new Failure(
                        ExitCode.PROFILE,
                        "nothing is known of " + profile
                                + ": no event of the input is its own; profiles.ndjson lists all"));
        PrintWriter text = spec.commandLine().getOut();
        text.println();
        DecisionStory.of(DecisionsJson.of(explanation, policyVersion)).forEach(text::println);
    }

    /** Rule A15: without a control group there is nothing to compare with. */
    private static void printTrial(PrintWriter text, Trial trial) {
        text.printf(
                "reminded       %d alerts, %d recovered%s%n",
                trial.reminded(), trial.remindedRecovered(), percent(trial.remindedRate()));
        if (trial.withheld() > 0) {
            text.printf(
                    "withheld       %d alerts, %d recovered%s%n",
                    trial.withheld(), trial.withheldRecovered(), percent(trial.withheldRate()));
        }
        trial.lift()
                .ifPresent(
                        lift -> text.printf(Locale.ROOT, "lift           %+.1f percentage points%n", lift * PERCENT));
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, " (%.1f %%)", share.getAsDouble() * PERCENT) : "";
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String inWords(Map<? extends Enum<?>, Long> counts) {
        Map<String, Long> byName = new TreeMap<>();
        counts.forEach((name, count) -> byName.put(name.name().toLowerCase(Locale.ROOT), count));
        return counted(byName);
    }

    private static String counted(Map<String, Long> counts) {
        return counts.isEmpty()
                ? ""
                : new TreeMap<>(counts)
                        .entrySet().stream()
                                .map(entry -> entry.getValue() + " " + entry.getKey())
                                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static final class FormatConverter implements ITypeConverter<EventFormat> {

        @Override
        public EventFormat convert(String text) {
            return Arrays.stream(EventFormat.values())
                    .filter(known -> known != EventFormat.AVRO && known.key().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            text + " is not a format: segment-json, ga4-json or snowplow-json"));
        }
    }

    private static final class UntilConverter implements ITypeConverter<Until> {

        @Override
        public Until convert(String text) {
            if (text.equals("end")) {
                return new Until.End();
            }
            return text.startsWith("+") ? after(text.substring(1)) : new Until.Time(timeMs(text));
        }

        private static Until after(String duration) {
            try {
                return new Until.After(DurationText.parse(duration));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("+" + duration + " is not a duration such as +48h or +7d");
            }
        }
    }

    private static final class IntakeTimeConverter implements ITypeConverter<IntakeTime> {

        @Override
        public IntakeTime convert(String text) {
            return new IntakeTime.AllAt(timeMs(text));
        }
    }

    private static long timeMs(String text) {
        try {
            return text.equals("now")
                    ? System.currentTimeMillis()
                    : Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(text + " is not a time such as 2026-03-01T10:00:00Z");
        }
    }
}
