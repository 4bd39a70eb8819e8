package io.journeystreams.local.broker;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker inside this process, on loopback only: one KRaft node that is broker and controller.
 *
 * <p>The data directory is formatted on first use; starting again on it brings back its topics and records on the same
 * port. Nothing is ever deleted for its age. Do not delete the directory while the broker runs: Kafka then ends the
 * process.
 */
public final class LocalBroker implements AutoCloseable {

    private static final String DATA = "data";

    /** The same for every local broker: formatting a formatted directory is then a no-op and never a conflict. */
    private static final String CLUSTER_ID = new Uuid(0x6a6f75726e6579L, 1).toString();

    private final SingleNode node;
    private final String bootstrapServers;

    private LocalBroker(SingleNode node, String bootstrapServers) {
        this.node = node;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts a broker with its data under {@code directory} and returns when it takes requests. */
    public static LocalBroker start(Path directory) {
        return start(directory, Map.of());
    }

    /**
     * As {@link #start(Path)}.
     *
     * @param overrides broker settings that replace ours
     * @throws IllegalStateException if the directory cannot be formatted or the broker does not start
     */
    public static LocalBroker start(Path directory, Map<String, String> overrides) {
        return start(directory, BrokerPorts.of(directory), overrides, List.of());
    }

    /** As {@link #start(Path)}, with locks on its doors. Users are those of the first start on the directory. */
    public static LocalBroker start(Path directory, BrokerSecurity security) {
        BrokerPorts ports = BrokerPorts.of(directory);
        return start(directory, ports, security.settings(ports), security.scramArguments());
    }

    private static LocalBroker start(
            Path directory, BrokerPorts ports, Map<String, String> overrides, List<String> scramArguments) {
        Path data = directory.resolve(DATA).toAbsolutePath();
        format(data, scramArguments);
        Properties settings = BrokerSettings.of(data, ports, overrides);
        SingleNode node = new SingleNode(new KafkaConfig(settings, false));
        node.start();
        return new LocalBroker(node, "127.0.0.1:" + ports.broker());
    }

    /** Value for the clients' {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker and waits until its files are closed. Safe to call twice. */
    @Override
    public void close() {
        node.stop();
    }

    private static void format(Path data, List<String> scramArguments) {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(report, true, StandardCharsets.UTF_8))
                    .setClusterId(CLUSTER_ID)
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .setScramArguments(scramArguments)
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "cannot format " + data + ": " + report.toString(StandardCharsets.UTF_8), e);
        }
    }
}
