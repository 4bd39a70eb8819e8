package io.journeystreams.load.cli;

import io.journeystreams.load.rig.JavaProcess;
import io.journeystreams.load.state.StateBench;
import io.journeystreams.load.state.StateReport;
import io.journeystreams.load.state.StateRequest;
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

/** Measures what a large state costs the processor. */
@Command(
        name = "state",
        description = "Measure what a large state costs: to restore it, and for each event (docs/measuring.md).",
        mixinStandardHelpOptions = true)
final class StateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--seed", paramLabel = "S", description = "Of the events; default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--profiles",
            paramLabel = "N",
            split = ",",
            description = "Customers with a history, thousands of them, several sizes with commas between them;"
                    + " default: 10000,1000000.")
    private List<Integer> profiles = List.of(10_000, 1_000_000);

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "How many are read with each size; default: ${DEFAULT-VALUE}.")
    private long events = 200_000;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each size is measured; default: ${DEFAULT-VALUE}.")
    private int rounds = 1;

    @Option(names = "--threads", paramLabel = "N", description = "Stream threads; default: ${DEFAULT-VALUE}.")
    private int threads = 1;

    @Option(
            names = "--jvm",
            paramLabel = "OPTIONS",
            split = " ",
            description = "JVM options of the processor; default: ${DEFAULT-VALUE}.")
    private List<String> jvmOptions = JavaProcess.USUAL_JVM_OPTIONS;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Where data, logs and the report go; default: load-runs/state-<time> here.")
    private @Nullable Path directory;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StateRequest request = request();
        StateReport report = new StateBench(request, out::println).run();
        ReportFile.write(request.directory().resolve("state.md"), report.text());
        ReportFile.write(request.directory().resolve("state.json"), report.json());
        out.println();
        out.println(report.text());
        out.println("report: " + request.directory().resolve("state.md"));
        return exitOf(report).code();
    }

    private static LoadExit exitOf(StateReport report) {
        if (!report.holds()) {
            return LoadExit.FAILS;
        }
        return report.meetsEveryMust() ? LoadExit.HOLDS : LoadExit.OVER_BUDGET;
    }

    private StateRequest request() {
        Path where = directory == null ? Path.of("load-runs", "state-" + System.currentTimeMillis()) : directory;
        try {
            return new StateRequest(
                    seed,
                    profiles,
                    events,
                    rounds,
                    StateRequest.USUAL_TEMPLATES,
                    threads,
                    jvmOptions,
                    where.toAbsolutePath());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
