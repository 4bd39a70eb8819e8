package io.journeystreams.load.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code journey load}: the processor under load and under faults, beside a broker of its own. */
@Command(
        name = "load",
        description =
                "Run the processor under faults and judge what it published, or measure what it costs and how late it is.",
        mixinStandardHelpOptions = true,
        subcommands = {FaultsCommand.class, BenchCommand.class, SteadyCommand.class, StateCommand.class},
        footer = {
            "",
            "journey load jmh [REGEX] [OPTIONS OF JMH] runs micro-benchmarks (docs/measuring.md); jmh -h is JMH's own help."
        },
        exitCodeListHeading = "%nExit codes:%n",
        usageHelpAutoWidth = true)
public final class Load implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "io/journeystreams/load/logback.xml");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(execute(out, err, arguments));
    }

    /** Runs a command and returns its exit code; ends no process but those that it started. */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Load())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler(Load::onUsageError)
                .setExecutionExceptionHandler((failure, at, parsed) -> onFailure(failure, at));
        line.getCommandSpec().usageMessage().exitCodeList(LoadExit.meanings());
        return line.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to run: faults, bench, steady, state or jmh");
    }

    private static int onFailure(Exception failure, CommandLine line) {
        line.getErr().println("journey load: " + failure.getMessage());
        failure.printStackTrace(line.getErr());
        return LoadExit.UNEXPECTED.code();
    }

    private static int onUsageError(ParameterException exception, String[] arguments) {
        CommandLine line = exception.getCommandLine();
        line.getErr()
                .println("journey load: " + exception.getMessage() + "; see journey "
                        + line.getCommandSpec().qualifiedName() + " --help");
        return LoadExit.USAGE.code();
    }
}
