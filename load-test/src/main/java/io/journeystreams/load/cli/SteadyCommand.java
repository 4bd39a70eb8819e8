package io.journeystreams.load.cli;

import io.journeystreams.load.rig.JavaProcess;
import io.journeystreams.load.steady.Steady;
import io.journeystreams.load.steady.SteadyReport;
import io.journeystreams.load.steady.SteadyRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how late outputs are at a constant rate of events, what it takes, and whether it lasts. */
@Command(
        name = "steady",
        description = "Measure latency, cost and memory at a constant rate of events (docs/measuring.md).",
        mixinStandardHelpOptions = true)
final class SteadyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--seed", paramLabel = "S", description = "Of the events; default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--rate", paramLabel = "R", description = "Events a second; default: ${DEFAULT-VALUE}.")
    private int rate = 2_000;

    @Option(names = "--seconds", paramLabel = "N", description = "That are measured; default: ${DEFAULT-VALUE}.")
    private int seconds = 60;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Seconds before them that are not; default: ${DEFAULT-VALUE}.")
    private int warmUpSeconds = 20;

    @Option(names = "--instances", paramLabel = "N", description = "Processors; default: ${DEFAULT-VALUE}.")
    private int instances = 1;

    @Option(names = "--threads", paramLabel = "N", description = "Stream threads of each; default: ${DEFAULT-VALUE}.")
    private int threads = 1;

    @Option(names = "--partitions", paramLabel = "N", description = "Of every topic; default: ${DEFAULT-VALUE}.")
    private int partitions = 4;

    @Option(
            names = "--visitors",
            paramLabel = "N",
            description = "Of the shop; default: one to ten events, at least five to an event a second.")
    private int visitors;

    @Option(
            names = "--takeover",
            description =
                    "At half time one instance is stopped and started again: the largest latency is what that costs.")
    private boolean takesOver;

    @Option(
            names = "--jvm",
            paramLabel = "OPTIONS",
            split = " ",
            description = "JVM options of each instance; default: ${DEFAULT-VALUE}.")
    private List<String> jvmOptions = JavaProcess.USUAL_JVM_OPTIONS;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Where data, logs and the report go; default: load-runs/steady-<time> here.")
    private @Nullable Path directory;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SteadyRequest request = request();
        SteadyReport report = new Steady(request, out::println).run();
        ReportFile.write(request.directory().resolve("steady.md"), report.text());
        ReportFile.write(request.directory().resolve("steady.json"), report.json());
        out.println();
        out.println(report.text());
        out.println("report: " + request.directory().resolve("steady.md"));
        return exitOf(report).code();
    }

    private static LoadExit exitOf(SteadyReport report) {
        if (!report.isExact()) {
            return LoadExit.FAILS;
        }
        return report.meetsMust() ? LoadExit.HOLDS : LoadExit.OVER_BUDGET;
    }

    private SteadyRequest request() {
        Path where = directory == null ? Path.of("load-runs", "steady-" + System.currentTimeMillis()) : directory;
        try {
            return new SteadyRequest(
                    seed,
                    rate,
                    warmUpSeconds,
                    seconds,
                    instances,
                    threads,
                    visitors,
                    partitions,
                    takesOver,
                    jvmOptions,
                    where.toAbsolutePath());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
