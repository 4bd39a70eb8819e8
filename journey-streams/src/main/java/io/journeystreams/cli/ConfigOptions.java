package io.journeystreams.cli;

import io.journeystreams.config.JourneyConfig;
import io.journeystreams.intake.vocabulary.InputVocabularies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of every command that needs the configuration. */
final class ConfigOptions {

    @Spec(Target.MIXEE)
    private CommandSpec mixee = CommandSpec.create();

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Configuration; default: ${DEFAULT-VALUE}.",
            defaultValue = "journey.yaml")
    private Path file = Path.of("journey.yaml");

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting that beats environment and file; may be given several times.")
    private Map<String, String> flags = new LinkedHashMap<>();

    JourneyConfig load() {
        return load(file);
    }

    /** As {@link #load()}; where no file is named and the usual one is not there, the defaults do. */
    JourneyConfig loadOrDefaults() {
        boolean isNamed = mixee.commandLine().getParseResult().hasMatchedOption("--config");
        return isNamed || Files.exists(file) ? load() : known(JourneyConfig.of(System.getenv(), flags));
    }

    JourneyConfig load(Path chosen) {
        return known(JourneyConfig.load(chosen, System.getenv(), flags));
    }

    private JourneyConfig known(JourneyConfig config) {
        ((Journey) mixee.root().userObject()).keepSecret(config.secrets());
        InputVocabularies.check(config.inputs());
        return config;
    }
}
