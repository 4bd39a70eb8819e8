package io.journeystreams.cli;

import io.journeystreams.config.Secrets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code journey}: reads the command line, runs the command, says in one line why it failed. */
@Command(
        name = "journey",
        description = "Customer journeys from event streams: sessions and cart-abandonment alerts.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            CheckConfigCommand.class,
            TopicsCommand.class,
            SchemasCommand.class,
            DescribeCommand.class,
            BacktestCommand.class,
            ExplainCommand.class,
            FitChurnCommand.class,
            EraseCommand.class,
            DeadLettersCommand.class,
            ResetCommand.class,
            ExportLogCommand.class,
        },
        exitCodeListHeading = "%nExit codes:%n",
        usageHelpAutoWidth = true)
public final class Journey implements Runnable {

    private static final String PREFIX = "journey: ";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show where a failure comes from, and what the libraries log.")
    private boolean isVerbose;

    private Secrets secrets = Secrets.none();

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(execute(out, err, arguments));
    }

    /** Runs a command and returns its exit code; ends no process. */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        Journey journey = new Journey();
        CommandLine line = new CommandLine(journey)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler(Journey::onUsageError)
                .setExecutionExceptionHandler(journey::onFailure)
                .setExecutionStrategy(journey::executeQuietly);
        line.getCommandSpec().usageMessage().exitCodeList(ExitCode.meanings());
        int code = line.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which command");
    }

    /** What is printed from now on does not show these. */
    void keepSecret(Secrets values) {
        secrets = values;
        Logs.keepSecret(values);
    }

    private int executeQuietly(ParseResult parsed) {
        if (!isVerbose) {
            Logs.keepLibrariesQuiet();
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private int onFailure(Exception exception, CommandLine line, ParseResult parsed) {
        Failure failure = Failure.of(exception);
        PrintWriter err = line.getErr();
        secrets.mask(failure.text()).lines().forEach(text -> err.println(PREFIX + text));
        if (isVerbose) {
            err.println(secrets.mask(stackTrace(exception)));
        }
        return failure.exit().code();
    }

    private static String stackTrace(Exception exception) {
        StringWriter text = new StringWriter();
        exception.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static int onUsageError(ParameterException exception, String[] arguments) {
        CommandLine line = exception.getCommandLine();
        String help = line.getCommandSpec().qualifiedName() + " --help";
        line.getErr().println(PREFIX + exception.getMessage() + "; see " + help);
        return ExitCode.USAGE.code();
    }
}
