package io.journeystreams.cli;

import io.journeystreams.config.DurationText;
import io.journeystreams.topics.StrimziTopics;
import io.journeystreams.topics.TopicCatalogue;
import io.journeystreams.topics.WantedTopic;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the topics, for people or for the Strimzi operator. Asks no broker. */
@Command(
        name = "describe",
        description = "List every topic: what it is for, its key and value, how it is created.",
        mixinStandardHelpOptions = true)
final class TopicsDescribeCommand implements Runnable {

    /** How the list is written. */
    enum Format {
        TEXT,
        STRIMZI
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}: for people, or KafkaTopics of Strimzi. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Mixin
    private StrimziOptions strimzi = new StrimziOptions();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<WantedTopic> topics = TopicCatalogue.load();
        switch (format) {
            case TEXT -> topics.forEach(topic -> describe(topic, out));
            case STRIMZI -> out.print(StrimziTopics.yaml(topics, strimzi.cluster()));
        }
    }

    private static void describe(WantedTopic topic, PrintWriter out) {
        out.printf("%s (%s)%n", topic.name(), topic.role().name().toLowerCase(Locale.ROOT));
        out.printf("  %s%n", topic.purpose());
        out.printf("  key         %s%n", topic.key());
        out.printf("  value       %s%n", topic.value());
        out.printf("  partitions  %d, %s%n", topic.partitions(), kept(topic));
        out.printf("  timestamps  %s%n%n", topic.timestamps());
    }

    private static String kept(WantedTopic topic) {
        return topic.retention() == null
                ? "compacted: the latest value of each key is kept"
                : "kept for " + DurationText.format(topic.retention());
    }
}
