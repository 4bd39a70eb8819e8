package io.journeystreams.cli;

import io.journeystreams.backtest.EventFile;
import io.journeystreams.backtest.OrderReader;
import io.journeystreams.churn.ChurnFit;
import io.journeystreams.churn.FitReport;
import io.journeystreams.churn.HoldoutPage;
import io.journeystreams.churn.UnfittableException;
import io.journeystreams.config.ChurnParametersFile;
import io.journeystreams.config.DurationText;
import io.journeystreams.domain.churn.model.ModelKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Fits the model of churn risk to orders (rule C1). Needs neither broker nor registry. */
@Command(
        name = "fit-churn",
        description = "Fit the model of churn risk to files of orders, and say how good it is.",
        footer = {
            "",
            "Orders are order_placed and order_paid events, as backtest reads them; those of one day count once.",
            "With --holdout the parameters are those of the time before it; leave it out for the ones to use."
        },
        mixinStandardHelpOptions = true)
final class FitChurnCommand implements Runnable {

    private static final double SECONDS_A_WEEK = Duration.ofDays(7).toSeconds();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--orders",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "Canonical events: .ndjson or .csv, each also .gz, or .avro. Several are one input.")
    private List<Path> orders = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The parameters, such as churn-parameters.yaml; replaced.")
    private Path out = Path.of("");

    @Option(
            names = "--holdout",
            paramLabel = "DAY",
            description = "Fit to what was before this day, such as 2026-03-01, and measure on what came from it on.")
    private @Nullable LocalDate holdout;

    @Option(names = "--html", paramLabel = "FILE", description = "The hold-out as a page with plots.")
    private @Nullable Path html;

    @Option(
            names = "--horizon",
            paramLabel = "DURATION",
            converter = HorizonConverter.class,
            defaultValue = "12w",
            description = "How far ahead an order is expected; default: ${DEFAULT-VALUE}.")
    private Duration horizon = Duration.ofDays(84);

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            converter = ModelConverter.class,
            description = "bg-nbd, mbg-nbd, bg-nbd-slowing or mbg-nbd-slowing; default: chosen by the orders.")
    private @Nullable ModelKind model;

    @Option(
            names = "--cohort",
            paramLabel = "NAME",
            defaultValue = "all",
            description = "Name of the customers whose orders these are; default: ${DEFAULT-VALUE}.")
    private String cohort = "all";

    @Override
    public void run() {
        if (html != null && holdout == null) {
            throw new Failure(ExitCode.USAGE, "--html shows a hold-out; say from when with --holdout");
        }
        PrintWriter text = spec.commandLine().getOut();
        long startedAt = System.nanoTime();
        OrderReader.Orders read = read();
        text.printf(
                "orders           %d customers; not used: %d rows that cannot be read, %d orders without customerId%n%n",
                read.customers().size(), read.badRows(), read.nameless());
        ChurnFit fit = fit(read);
        FitReport.of(fit).forEach(text::println);
        write(out, ChurnParametersFile.write(fit.parameters()));
        text.printf("%nparameters       %s, version %s%n", out, ChurnParametersFile.id(fit.parameters()));
        if (html != null) {
            write(html, HoldoutPage.of(fit));
            text.printf("page             %s%n", html);
        }
        text.println(seconds(System.nanoTime() - startedAt));
    }

    private static String seconds(long nanos) {
        return String.format(
                Locale.ROOT, "time             %.1f s", Duration.ofNanos(nanos).toMillis() / 1_000.0);
    }

    private OrderReader.Orders read() {
        try {
            return OrderReader.read(orders.stream().map(EventFile::of).toList());
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private ChurnFit fit(OrderReader.Orders read) {
        ChurnFit.Request request = new ChurnFit.Request(
                cohort, horizon.toSeconds() / SECONDS_A_WEEK, Optional.ofNullable(model), Optional.ofNullable(holdout));
        try {
            return ChurnFit.of(read.customers(), request);
        } catch (UnfittableException e) {
            throw new Failure(
                    ExitCode.UNFITTABLE, e.problem().name().toLowerCase(Locale.ROOT) + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static Failure unusable(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return new Failure(ExitCode.FILES, "no such file: " + missing.getFile(), e);
        }
        if (e instanceof FileSystemException failed) {
            String reason = failed.getReason() == null ? e.getClass().getSimpleName() : failed.getReason();
            return new Failure(ExitCode.FILES, failed.getFile() + ": " + reason, e);
        }
        return new Failure(ExitCode.FILES, String.valueOf(e.getMessage()), e);
    }

    private static final class HorizonConverter implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            try {
                Duration duration = DurationText.parse(text);
                if (duration.isZero()) {
                    throw new IllegalArgumentException(text);
                }
                return duration;
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(text + " is not a duration such as 12w or 90d");
            }
        }
    }

    private static final class ModelConverter implements ITypeConverter<ModelKind> {

        @Override
        public ModelKind convert(String text) {
            return ModelKind.of(text)
                    .orElseThrow(() -> new TypeConversionException(
                            text + " is not a model: bg-nbd, mbg-nbd, bg-nbd-slowing or mbg-nbd-slowing"));
        }
    }
}
