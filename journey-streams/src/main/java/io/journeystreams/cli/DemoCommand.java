package io.journeystreams.cli;

import io.journeystreams.config.DurationText;
import io.journeystreams.demo.DemoDirectory;
import io.journeystreams.demo.Scene;
import io.journeystreams.demo.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Shows what the processor does: broker, registry, shoppers and processor in this one process. */
@Command(
        name = "demo",
        description = "Watch it work: a broker, a schema registry, made-up shoppers and the processor in one process,"
                + " with the journey map as a page to open, live counts, and the alerts as they come. Nothing else is needed;"
                + " Ctrl-C stops it.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {

    private static final double MOST_SHOPPERS_PER_SECOND = 500;
    private static final String NEVER = "never";
    private static final int SEEDS = 1_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "The same seed makes up the same shoppers; default: drawn, and printed.")
    private @Nullable Long seed;

    @Option(
            names = "--rate",
            paramLabel = "NUMBER",
            defaultValue = "3",
            description = "Shoppers per second; default: ${DEFAULT-VALUE}.")
    private double rate = 3;

    @Option(
            names = "--provider-fails-after",
            paramLabel = "DURATION|never",
            defaultValue = "2m",
            description = "How long after the first shopper the card provider starts to fail, and goes on failing;"
                    + " default: ${DEFAULT-VALUE}.")
    private String providerFailsAfter = "2m";

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationOption.class,
            description =
                    "Stop by itself this long after the first shopper, for example 60s; default: run until Ctrl-C.")
    private @Nullable Duration runFor;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            description =
                    "Port of journey map, health and metrics, 0 takes a free one; default: 7070, or a free one if that is taken.")
    private @Nullable Integer httpPort;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description =
                    "Keep data and log in this directory, which must be empty or new; default: a temporary one that"
                            + " is removed at the end.")
    private @Nullable Path keep;

    @Override
    public void run() {
        if (!(rate > 0 && rate <= MOST_SHOPPERS_PER_SECOND)) {
            throw new ParameterException(
                    spec.commandLine(), "--rate must be above 0 and at most " + MOST_SHOPPERS_PER_SECOND + ": " + rate);
        }
        PrintWriter out = spec.commandLine().getOut();
        Demo.Choices choices = new Demo.Choices(
                new Scene(seed == null ? new Random().nextInt(SEEDS) : seed, rate, providerFailsAfter()),
                Optional.ofNullable(runFor),
                Optional.ofNullable(httpPort));
        DemoDirectory directory = directory();
        try (StopSignal signal = StopSignal.install(out)) {
            new Demo(directory, choices, new Screen(out, Screen.isOnTerminal()), signal).run();
        }
    }

    private Optional<Duration> providerFailsAfter() {
        if (providerFailsAfter.equals(NEVER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(DurationText.parse(providerFailsAfter));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--provider-fails-after must be " + NEVER + " or a duration such as 90s or 2m: "
                            + providerFailsAfter,
                    e);
        }
    }

    private DemoDirectory directory() {
        try {
            return DemoDirectory.create(Optional.ofNullable(keep));
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.STATE_DIRECTORY,
                    "cannot use " + (keep == null ? "the temporary directory" : "--keep " + keep) + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** Durations as everywhere else: 30s, 5m. */
    static final class DurationOption implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String value) {
            try {
                return DurationText.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
