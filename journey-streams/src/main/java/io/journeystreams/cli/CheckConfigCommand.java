package io.journeystreams.cli;

import io.journeystreams.config.EffectiveSetting;
import io.journeystreams.config.JourneyConfig;
import io.journeystreams.domain.churn.ChurnModel;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.CohortModels;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows every setting as it counts, or everything that is wrong. */
@Command(
        name = "check-config",
        description = "Check the configuration and show every setting as it counts.",
        mixinStandardHelpOptions = true)
final class CheckConfigCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The same as --config.")
    private @Nullable Path file;

    @Option(
            names = "--rules-only",
            description = "Do not ask for what only run needs: broker, registry, state directory.")
    private boolean isRulesOnly;

    @Override
    public void run() {
        JourneyConfig config = file == null ? options.load() : options.load(file);
        if (!isRulesOnly) {
            config.kafka().requireBootstrapServers();
            config.registry().requireUrl();
            StateDirectory.requireLasting(config.streams().requireStateDirectory());
        }
        show(config, spec.commandLine().getOut());
    }

    private static void show(JourneyConfig config, PrintWriter out) {
        int width = config.effective().stream()
                .mapToInt(setting -> setting.name().length())
                .max()
                .orElse(1);
        for (EffectiveSetting setting : config.effective()) {
            out.printf("%-" + width + "s  %s  (%s)%n", setting.name(), setting.value(), setting.origin());
        }
        ChurnPolicy churn = config.policy().course().churn();
        churn.models().ifPresent(models -> show(models, out));
        churn.signals()
                .ifPresent(
                        weights -> out.printf("%nchurn with a contract is judged by weights %s%n", weights.version()));
        out.printf(
                "%nthe configuration is fine; policy version %s%n",
                config.policy().version());
    }

    private static void show(CohortModels models, PrintWriter out) {
        out.printf("%nchurn is judged by %s%n", describe(models.everybody()));
        new TreeMap<>(models.cohorts())
                .forEach((cohort, model) -> out.printf("churn of cohort %s by %s%n", cohort, describe(model)));
    }

    private static String describe(ChurnModel model) {
        return model.parameters().kind().key() + ", version " + model.version();
    }
}
