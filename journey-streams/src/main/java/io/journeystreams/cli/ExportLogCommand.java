package io.journeystreams.cli;

import io.journeystreams.config.JourneyConfig;
import io.journeystreams.mining.CaseLayer;
import io.journeystreams.mining.LogExport;
import io.journeystreams.mining.LogFormat;
import io.journeystreams.mining.LogRequest;
import io.journeystreams.mining.LogSummary;
import io.journeystreams.mining.TransitionFile;
import io.journeystreams.mining.TransitionSource;
import io.journeystreams.mining.TransitionTopic;
import io.journeystreams.mining.UnreadableTransitionException;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.topics.TopicAdmin;
import io.journeystreams.topology.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Writes the journeys as an event log for process-mining tools. */
@Command(
        name = "export-log",
        description =
                "Write the journeys as an event log for process-mining tools: what stands of the stage transitions in "
                        + Topics.STAGE_TRANSITIONS + ", or in a file of a backtest, by case.",
        footer = {
            "",
            "Cases have pseudonyms, and no customer is named; what the events tell may still be personal data. The file is for"
                    + " your eyes only, and you delete it."
        },
        mixinStandardHelpOptions = true)
final class ExportLogCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(
            names = "--transitions",
            paramLabel = "FILE",
            description = "Read the stage-transitions.ndjson of a backtest, also .gz, in place of the topic.")
    private @Nullable Path transitions;

    @Option(names = "--format", paramLabel = "FORMAT", required = true, description = "xes or csv.")
    private LogFormat format = LogFormat.XES;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The new file; compressed if its name ends in .gz.")
    private Path out = Path.of("");

    @Option(
            names = "--layer",
            paramLabel = "LAYER",
            description = "mission (the default): a case is a shopping; or lifecycle: a case is a profile.")
    private CaseLayer layer = CaseLayer.MISSION;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Only cases that began then or later, as 2026-03-01T10:00:00Z; each is written whole.")
    private @Nullable Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Only cases that began before then.")
    private @Nullable Instant to;

    @Option(names = "--force", description = "Replace the file if it is there.")
    private boolean isReplacing;

    @Override
    public void run() {
        LogRequest request = new LogRequest(layer, format, out, ms(from), ms(to), isReplacing);
        print(transitions == null ? fromTopic(request) : fromFile(request, transitions));
    }

    private LogSummary fromFile(LogRequest request, Path file) {
        if (spec.commandLine().getParseResult().hasMatchedOption("--config")) {
            throw new ParameterException(spec.commandLine(), "--transitions is in place of --config, not beside it");
        }
        return export(request, new TransitionFile(file), ExitCode.FILES);
    }

    private LogSummary fromTopic(LogRequest request) {
        JourneyConfig config = options.load();
        Map<String, String> clients = config.kafka().clientProperties();
        TopicAdmin.connect(clients).close();
        try (RegistryConnection registry = SchemasCommand.connect(config.registry());
                TransitionTopic topic = new TransitionTopic(clients, registry, Topics.STAGE_TRANSITIONS)) {
            return export(request, topic, ExitCode.SCHEMAS);
        } catch (AuthorizationException | UnknownTopicOrPartitionException e) {
            throw new Failure(
                    ExitCode.TOPICS, e.getMessage() + "; this needs the right to read " + Topics.STAGE_TRANSITIONS, e);
        } catch (KafkaException e) {
            throw new Failure(
                    ExitCode.BROKER, e.getClass().getSimpleName() + ": " + e.getMessage() + "; run this again", e);
        }
    }

    /** @param unreadable how it ends if a record cannot be read: a log with holes would be wrong without a word */
    private static LogSummary export(LogRequest request, TransitionSource source, ExitCode unreadable) {
        try {
            return LogExport.run(request, source);
        } catch (UnreadableTransitionException e) {
            throw new Failure(unreadable, e.getMessage() + "; nothing was written", e);
        } catch (FileAlreadyExistsException e) {
            throw new Failure(ExitCode.FILES, e.getFile() + " is there already; --force replaces a file", e);
        } catch (NoSuchFileException e) {
            throw new Failure(ExitCode.FILES, "no such file or folder: " + e.getFile(), e);
        } catch (FileSystemException e) {
            String reason =
                    Optional.ofNullable(e.getReason()).orElse(e.getClass().getSimpleName());
            throw new Failure(ExitCode.FILES, e.getFile() + ": " + reason, e);
        } catch (IOException e) {
            throw new Failure(ExitCode.FILES, String.valueOf(e.getMessage()), e);
        }
    }

    private void print(LogSummary summary) {
        PrintWriter text = spec.commandLine().getOut();
        text.printf("records        %d%n", summary.records());
        text.printf("replaced       %d by later revisions, or told again%n", summary.replaced());
        text.printf("superseded     %d transitions%n", summary.superseded());
        text.printf("retracted      %d transitions%n", summary.retracted());
        if (from != null || to != null) {
            text.printf("outside        %d events of cases that began at another time%n", summary.outside());
        }
        text.printf("cases          %d, of which %d began before the log%n", summary.cases(), summary.startUnknown());
        text.printf("events         %d%n", summary.events());
        text.printf("written        %s%n", out);
    }

    private static OptionalLong ms(@Nullable Instant time) {
        return time == null ? OptionalLong.empty() : OptionalLong.of(time.toEpochMilli());
    }

    private static final class TimeConverter implements ITypeConverter<Instant> {

        @Override
        public Instant convert(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(text + " is not a time such as 2026-03-01T10:00:00Z");
            }
        }
    }
}
