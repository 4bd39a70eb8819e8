package io.journeystreams.cli;

import io.journeystreams.config.JourneyConfig;
import io.journeystreams.config.RegistrySettings;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.RetryPolicy;
import io.journeystreams.registry.SchemaRegistration;
import io.journeystreams.registry.SchemaRegistration.Standing;
import io.journeystreams.topics.ContractSubjects;
import io.journeystreams.topics.TopicCatalogue;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Schemas: bring the contracts into the registry, or see how they stand there. */
@Command(
        name = "schemas",
        description = "Register the contracts in the schema registry, or check them there.",
        mixinStandardHelpOptions = true,
        subcommands = {SchemasCommand.Register.class, SchemasCommand.Check.class})
final class SchemasCommand implements Runnable {

    private static final String TIMEOUT_MS = "5000";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say register or check");
    }

    @Command(
            name = "register",
            description = "Register the contracts that are not there, each under FULL_TRANSITIVE compatibility.",
            mixinStandardHelpOptions = true)
    static final class Register implements Runnable {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private ConfigOptions options = new ConfigOptions();

        @Override
        public void run() {
            PrintWriter out = spec.commandLine().getOut();
            JourneyConfig config = options.load();
            try (RegistryConnection registry = connect(config.registry())) {
                SortedMap<String, Standing> standings = new SchemaRegistration(registry).register(contracts());
                standings.forEach((subject, standing) -> out.printf("%-36s %s%n", subject, inWords(standing)));
                requireUsable(standings);
            }
        }
    }

    @Command(
            name = "check",
            description = "See whether the contracts are in the registry; changes nothing.",
            mixinStandardHelpOptions = true)
    static final class Check implements Runnable {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private ConfigOptions options = new ConfigOptions();

        @Override
        public void run() {
            requireRegistered(options.load().registry());
            spec.commandLine().getOut().println("the schemas are fine");
        }
    }

    /** @throws Failure if a contract is not in the registry, or not welcome there */
    static void requireRegistered(RegistrySettings settings) {
        try (RegistryConnection registry = connect(settings)) {
            requireUsable(new SchemaRegistration(registry).check(contracts()));
        }
    }

    private static void requireUsable(SortedMap<String, Standing> standings) {
        String problems = standings.entrySet().stream()
                .flatMap(entry -> problem(entry.getValue()).map(problem -> entry.getKey() + ": " + problem).stream())
                .collect(Collectors.joining("\n"));
        if (!problems.isEmpty()) {
            throw new Failure(ExitCode.SCHEMAS, problems);
        }
    }

    private static Optional<String> problem(Standing standing) {
        if (standing instanceof Standing.Missing) {
            return Optional.of("is not in the registry; register it with: journey schemas register");
        }
        if (standing instanceof Standing.Incompatible incompatible) {
            return Optional.of("cannot follow the versions in the registry: " + oneLine(incompatible.reason())
                    + "; use the registry of this shop's topics, or remove the foreign subject");
        }
        return Optional.empty();
    }

    private static String inWords(Standing standing) {
        if (standing instanceof Standing.Registered registered) {
            return "registered, id " + registered.id();
        }
        if (standing instanceof Standing.Unchanged unchanged) {
            return "was there, id " + unchanged.id();
        }
        return "refused";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Settings of the registry client. */
    static Map<String, String> clientProperties(RegistrySettings settings) {
        Map<String, String> properties = new HashMap<>(settings.properties());
        properties.put(RegistryConnection.URL, settings.requireUrl());
        return properties;
    }

    /** A command does not wait for a registry to come back: one attempt, bounded. */
    static RegistryConnection connect(RegistrySettings settings) {
        Map<String, String> properties = new HashMap<>(clientProperties(settings));
        properties.putIfAbsent("http.connect.timeout.ms", TIMEOUT_MS);
        properties.putIfAbsent("http.read.timeout.ms", TIMEOUT_MS);
        return RegistryConnection.open(properties, new RetryPolicy(1, Duration.ZERO, Duration.ZERO));
    }

    private static Map<String, Schema> contracts() {
        return ContractSubjects.of(TopicCatalogue.load());
    }
}
