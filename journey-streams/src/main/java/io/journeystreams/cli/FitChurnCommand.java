package io.journeystreams.cli;

import io.journeystreams.backtest.EventFile;
import io.journeystreams.backtest.OrderReader;
import io.journeystreams.churn.ChurnFit;
import io.journeystreams.churn.CohortFits;
import io.journeystreams.churn.CohortReport;
import io.journeystreams.churn.FitReport;
import io.journeystreams.churn.HoldoutPage;
import io.journeystreams.churn.UnfittableException;
import io.journeystreams.config.ChurnParametersFile;
import io.journeystreams.config.DurationText;
import io.journeystreams.domain.churn.CohortBy;
import io.journeystreams.domain.churn.model.ChurnParameters;
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
import java.util.stream.Stream;
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
            defaultValue = ChurnParameters.EVERYBODY,
            description = "Name of the customers whose orders these are; default: ${DEFAULT-VALUE}.")
    private String cohort = ChurnParameters.EVERYBODY;

    @Option(
            names = "--cohort-by",
            paramLabel = "WHAT",
            converter = CohortByConverter.class,
            description =
                    "Also a file for each cohort of customers: by the channel of their first order (channel), or by an"
                            + " attribute of it. --out must contain {cohort}; the one for everybody is called all.")
    private @Nullable CohortBy cohortBy;

    @Override
    public void run() {
        requireUsable();
        PrintWriter text = spec.commandLine().getOut();
        long startedAt = System.nanoTime();
        OrderReader.Orders read = read();
        text.printf(
                "orders           %d customers; not used: %d rows that cannot be read, %d orders without customerId%n%n",
                read.customers().size(), read.badRows(), read.nameless());
        ChurnFit fit = cohortBy == null ? together(read, text) : byCohort(read, text);
        if (html != null) {
            write(html, HoldoutPage.of(fit));
            text.printf("page             %s%n", html);
        }
        text.println(seconds(System.nanoTime() - startedAt));
    }

    private void requireUsable() {
        if (html != null && holdout == null) {
            throw new Failure(ExitCode.USAGE, "--html shows a hold-out; say from when with --holdout");
        }
        if (cohortBy != null && !out.toString().contains(CohortFiles.PLACE)) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--cohort-by writes a file for each cohort: --out must contain {cohort}, such as churn-{cohort}.yaml");
        }
        if (cohortBy != null && !cohort.equals(ChurnParameters.EVERYBODY)) {
            throw new Failure(ExitCode.USAGE, "--cohort-by names the cohorts; leave --cohort out");
        }
    }

    private ChurnFit together(OrderReader.Orders read, PrintWriter text) {
        ChurnFit fit = fitted(() -> ChurnFit.of(read.customers(), request()));
        FitReport.of(fit).forEach(text::println);
        text.println();
        write(out, fit, text);
        return fit;
    }

    private ChurnFit byCohort(OrderReader.Orders read, PrintWriter text) {
        CohortFits fits = fitted(() -> CohortFits.of(read.customers(), read.cohorts(), request()));
        CohortReport.of(fits).forEach(text::println);
        CohortFiles files = new CohortFiles(out.toString());
        text.println();
        Stream.concat(Stream.of(fits.everybody()), fits.fitted().stream().map(CohortFits.Fitted::fit))
                .forEach(fit -> write(files.of(fit.parameters().cohort()), fit, text));
        return fits.everybody();
    }

    private static void write(Path file, ChurnFit fit, PrintWriter text) {
        write(file, ChurnParametersFile.write(fit.parameters()));
        text.printf("parameters       %s, version %s%n", file, ChurnParametersFile.id(fit.parameters()));
    }

    private static String seconds(long nanos) {
        return String.format(
                Locale.ROOT, "time             %.1f s", Duration.ofNanos(nanos).toMillis() / 1_000.0);
    }

    private OrderReader.Orders read() {
        try {
            return OrderReader.read(orders.stream().map(EventFile::of).toList(), Optional.ofNullable(cohortBy));
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private ChurnFit.Request request() {
        return new ChurnFit.Request(
                cohort, horizon.toSeconds() / SECONDS_A_WEEK, Optional.ofNullable(model), Optional.ofNullable(holdout));
    }

    private interface Fitting<T> {

        T fit() throws UnfittableException;
    }

    private static <T> T fitted(Fitting<T> fitting) {
        try {
            return fitting.fit();
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

    private static final class CohortByConverter implements ITypeConverter<CohortBy> {

        @Override
        public CohortBy convert(String text) {
            try {
                return new CohortBy(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
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
