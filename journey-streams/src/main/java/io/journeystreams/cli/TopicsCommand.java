package io.journeystreams.cli;

import io.journeystreams.config.JourneyConfig;
import io.journeystreams.topics.Finding;
import io.journeystreams.topics.Needs;
import io.journeystreams.topics.TopicAdmin;
import io.journeystreams.topics.TopicCatalogue;
import io.journeystreams.topics.WantedTopic;
import io.journeystreams.topology.StoreNames;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Topics: make them, check them, read about them. */
@Command(
        name = "topics",
        description = "Create, check or describe the topics, or list the rights on them.",
        mixinStandardHelpOptions = true,
        subcommands = {
            TopicsCommand.Create.class,
            TopicsCommand.Check.class,
            TopicsDescribeCommand.class,
            TopicsAclsCommand.class
        })
final class TopicsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say create, check, describe or acls");
    }

    @Command(
            name = "create",
            description = "Create the topics that are missing. Topics that are there are never changed.",
            mixinStandardHelpOptions = true)
    static final class Create implements Runnable {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private ConfigOptions options = new ConfigOptions();

        @Option(
                names = "--partitions",
                paramLabel = "N",
                description =
                        "Partitions of every new topic; default: see topics describe. The journal's are for ever.")
        private @Nullable Integer partitions;

        @Option(
                names = "--replication-factor",
                paramLabel = "N",
                description = "Copies of every new topic; default: the broker's.")
        private @Nullable Short replicationFactor;

        @Option(
                names = "--log-append-time",
                description =
                        "Let the broker stamp the inputs, so that no producer can lie about the time of ingestion. Not"
                                + " for histories that are copied in with their own timestamps.")
        private boolean isLogAppendTime;

        @Override
        public void run() {
            JourneyConfig config = options.load();
            PrintWriter out = spec.commandLine().getOut();
            List<WantedTopic> topics = isLogAppendTime ? TopicCatalogue.withStampedInputs() : TopicCatalogue.load();
            try (TopicAdmin admin = TopicAdmin.connect(config.kafka().clientProperties())) {
                for (WantedTopic topic : topics) {
                    boolean isNew = admin.create(
                            topic, Optional.ofNullable(partitions), Optional.ofNullable(replicationFactor));
                    out.printf("%-28s %s%n", topic.name(), isNew ? "created" : "was there");
                }
            }
        }
    }

    @Command(
            name = "check",
            description = "Compare the topics, and the rights on them, with what the processor needs.",
            mixinStandardHelpOptions = true)
    static final class Check implements Runnable {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private ConfigOptions options = new ConfigOptions();

        @Override
        public void run() {
            JourneyConfig config = options.load();
            PrintWriter out = spec.commandLine().getOut();
            try (TopicAdmin admin = TopicAdmin.connect(config.kafka().clientProperties())) {
                requireUsable(admin, needs(config), out);
            }
            out.println("the topics are fine");
        }
    }

    /** What a processor of this configuration uses of a cluster. */
    static Needs needs(JourneyConfig config) {
        Needs needs = Needs.of(config.streams().applicationId(), StoreNames.ALL);
        return config.canaryEvery().isPresent() ? needs.withCanary() : needs;
    }

    /**
     * Prints what is only worth knowing.
     *
     * @throws Failure with everything that keeps the processor from starting
     */
    static void requireUsable(TopicAdmin admin, Needs needs, PrintWriter out) {
        List<Finding> findings = admin.check(needs);
        findings.stream().filter(finding -> !finding.isError()).forEach(finding -> out.println("note: " + finding));
        String errors = findings.stream()
                .filter(Finding::isError)
                .map(Finding::toString)
                .collect(Collectors.joining("\n"));
        if (!errors.isEmpty()) {
            throw new Failure(ExitCode.TOPICS, errors);
        }
    }
}
