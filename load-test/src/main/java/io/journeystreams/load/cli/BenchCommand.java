package io.journeystreams.load.cli;

import io.journeystreams.load.bench.Bench;
import io.journeystreams.load.bench.BenchReport;
import io.journeystreams.load.bench.BenchRequest;
import io.journeystreams.load.bench.Contender;
import io.journeystreams.load.rig.JavaProcess;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what an event costs the processor, and what it costs other ways to do the job. */
@Command(
        name = "bench",
        description = "Measure what an event costs, beside other ways to do the job (docs/measuring.md).",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--seed", paramLabel = "S", description = "Of the events; default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--events", paramLabel = "N", description = "How many are read; default: ${DEFAULT-VALUE}.")
    private long events = 1_000_000;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Rounds that count, after one that does not; default: ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Stream threads of each contender; default: ${DEFAULT-VALUE}.")
    private int threads = 1;

    @Option(names = "--only", split = ",", description = "Who takes part: ${COMPLETION-CANDIDATES}; default: all.")
    private Set<Contender> only = EnumSet.allOf(Contender.class);

    @Option(
            names = "--jvm",
            paramLabel = "OPTIONS",
            split = " ",
            description = "JVM options of every contender; default: ${DEFAULT-VALUE}.")
    private List<String> jvmOptions = JavaProcess.USUAL_JVM_OPTIONS;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Where data, logs and the report go; default: load-runs/bench-<time> here.")
    private @Nullable Path directory;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        BenchRequest request = request();
        BenchReport report = new Bench(request, out::println).run();
        ReportFile.write(request.directory().resolve("bench.md"), report.text());
        ReportFile.write(request.directory().resolve("bench.json"), report.json());
        ReportFile.write(request.directory().resolve("bench.html"), report.html());
        out.println();
        out.println(report.text());
        out.println("report: " + request.directory().resolve("bench.html"));
        return exitOf(report).code();
    }

    private static LoadExit exitOf(BenchReport report) {
        if (!report.resultsAgree()) {
            return LoadExit.FAILS;
        }
        return report.meetsEveryMust() ? LoadExit.HOLDS : LoadExit.OVER_BUDGET;
    }

    private BenchRequest request() {
        Path where = directory == null ? Path.of("load-runs", "bench-" + System.currentTimeMillis()) : directory;
        try {
            return new BenchRequest(seed, events, rounds, true, threads, only, jvmOptions, where.toAbsolutePath());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
