package io.journeystreams.cli;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.intake.InputSources;
import io.journeystreams.intake.ReadProgress;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.topics.TopicCatalogue;
import io.journeystreams.topology.JourneySettings;
import io.journeystreams.topology.JourneyTopology;
import io.journeystreams.topology.ProcessorMeters;
import io.journeystreams.topology.RegistryCodecs;
import io.journeystreams.topology.Topics;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows how the processors are wired. Needs neither broker nor registry. */
@Command(
        name = "describe",
        description = "Show the topology: sub-topologies, processors, stores and topics.",
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        topology().describe().subtopologies().stream()
                .sorted(Comparator.comparingInt(Subtopology::id))
                .forEach(subtopology -> describe(subtopology, out));
    }

    private static void describe(Subtopology subtopology, PrintWriter out) {
        out.printf("sub-topology %d%n", subtopology.id());
        nodes(subtopology, Source.class)
                .forEach(source -> out.printf("  reads   %s%n", String.join(", ", source.topicSet())));
        nodes(subtopology, Processor.class).forEach(processor -> out.printf("  runs    %s%n", inWords(processor)));
        nodes(subtopology, Sink.class).forEach(sink -> out.printf("  writes  %s  (%s)%n", sink.topic(), sink.name()));
        out.println();
    }

    private static String inWords(Processor processor) {
        return processor.stores().isEmpty()
                ? processor.name()
                : processor.name() + "  with the stores "
                        + processor.stores().stream().sorted().collect(Collectors.joining(", "));
    }

    private static <N extends Node> List<N> nodes(Subtopology subtopology, Class<N> type) {
        return subtopology.nodes().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .sorted(Comparator.comparing(TopologyDescription.Node::name))
                .toList();
    }

    /** As it would run on topics with the usual partitions; the wiring does not depend on them. */
    private static Topology topology() {
        Map<String, Integer> partitions = new TreeMap<>();
        TopicCatalogue.load().stream()
                .filter(topic -> Topics.INPUTS.contains(topic.name()))
                .forEach(topic -> partitions.put(topic.name(), topic.partitions()));
        try (RegistryConnection unused = RegistryConnection.open(Map.of(RegistryConnection.URL, "http://127.0.0.1"))) {
            return JourneyTopology.build(JourneySettings.of(
                    EnginePolicy.defaults(),
                    new InputSources(partitions),
                    RegistryCodecs.of(unused, SchemaSource.LOOK_UP),
                    ReadProgress.ALWAYS_FULLY_READ,
                    ProcessorMeters.NONE));
        }
    }
}
