package io.journeystreams.local.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The broker's own configuration for one node that is broker and controller at once. */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private BrokerSettings() {}

    static Properties of(Path data, BrokerPorts ports, Map<String, String> overrides) {
        Properties settings = new Properties();
        addNode(settings, data, ports);
        addSingleReplica(settings);
        addKeepEverything(settings);
        addQuickStartAndStop(settings);
        settings.putAll(overrides);
        return settings;
    }

    private static void addNode(Properties settings, Path data, BrokerPorts ports) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + ports.controller());
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + ports.broker() + "," + CONTROLLER_LISTENER + "://127.0.0.1:"
                        + ports.controller());
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + ports.broker());
        settings.put("log.dirs", data.toString());
        settings.put("auto.create.topics.enable", "false");
    }

    private static void addSingleReplica(Properties settings) {
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
    }

    /**
     * Events of examples and tests are dated in the past, and retention goes by the time in the record. A topic's own
     * retention would still apply, so it is not looked at either.
     */
    private static void addKeepEverything(Properties settings) {
        settings.put("log.retention.ms", "-1");
        settings.put("log.retention.bytes", "-1");
        settings.put("log.retention.check.interval.ms", String.valueOf(Long.MAX_VALUE / 2));
    }

    /**
     * A controlled shutdown hands the partitions to other brokers. Here there are none: partitions would lose their leader
     * while commit markers are still to be written, and Kafka then gives the markers up (see {@link SingleNode}).
     */
    private static void addQuickStartAndStop(Properties settings) {
        settings.put("controlled.shutdown.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.streams.initial.rebalance.delay.ms", "0");
        settings.put("broker.session.timeout.ms", "30000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(16 * 1024 * 1024));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
    }
}
