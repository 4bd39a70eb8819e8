package io.journeystreams.load.cli;

import io.journeystreams.load.faults.FaultRun;
import io.journeystreams.load.faults.FaultRunRequest;
import io.journeystreams.load.faults.Processors;
import io.journeystreams.load.faults.RunReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays customers while instances, broker, registry and network fail, and judges what was published. */
@Command(
        name = "faults",
        description = "Play customers while instances, broker, registry and network fail; judge what was published.",
        mixinStandardHelpOptions = true)
final class FaultsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--seed", paramLabel = "S", description = "Of customers and faults; default: a new one.")
    private @Nullable Long seed;

    @Option(names = "--seconds", paramLabel = "N", description = "How long faults are made; default: 90.")
    private int seconds = 90;

    @Option(names = "--instances", paramLabel = "K", description = "Processors; default: 3.")
    private int instances = 3;

    @Option(
            names = "--standby-replicas",
            paramLabel = "N",
            description = "Copies of the state on other instances; default: 1, or 0 where there is one instance.")
    private @Nullable Integer standbyReplicas;

    @Option(
            names = "--profile-heap-percent",
            paramLabel = "P",
            description =
                    "Of the heap for profiles in use; at 1 they have to make room all the time; default: ${DEFAULT-VALUE}.")
    private int profileHeapPercent = 1;

    @Option(names = "--customers", paramLabel = "N", description = "About how many are played; default: 100.")
    private int customers = 100;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Where logs, state and the report go; default: load-runs/<seed>-<time> here.")
    private @Nullable Path directory;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        FaultRunRequest request = request();
        out.println("seed " + request.seed() + "; again: " + request.command());
        RunReport report = new FaultRun(request, out::println).run();
        Path file = request.directory().resolve("report.md");
        ReportFile.write(file, report.text());
        out.println();
        out.println(report.text());
        out.println("report: " + file);
        return (report.holds() ? LoadExit.HOLDS : LoadExit.FAILS).code();
    }

    private FaultRunRequest request() {
        int copies = standbyReplicas == null ? Math.min(1, instances - 1) : standbyReplicas;
        long chosen = seed == null ? System.nanoTime() % 1_000_000 : seed;
        Path where = directory == null ? Path.of("load-runs", chosen + "-" + System.currentTimeMillis()) : directory;
        try {
            return new FaultRunRequest(
                    chosen,
                    Duration.ofSeconds(seconds),
                    new Processors(instances, copies, profileHeapPercent),
                    customers,
                    where.toAbsolutePath());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
