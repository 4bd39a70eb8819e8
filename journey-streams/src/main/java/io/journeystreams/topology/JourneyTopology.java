package io.journeystreams.topology;

import io.journeystreams.state.BeforeCommit;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.CompactableRocksDbStore;

/**
 * How the processors are wired: two intakes that write the journal, and the journey side that reads it. Each is a
 * sub-topology of its own; topics alone connect them.
 *
 * <pre>
 *   clickstream.events ─► intake ─┬─► journey.journal ─► journey ─┬─► sessions, stages, abandonment, actions,
 *   crm.events         ─► intake ─┤                               │   moments, friction, churn, profiles, map
 *                                 │                               ├─► journey.journal (hand-overs)
 *                                 └─► dead letters                └─► dead letters
 * </pre>
 */
public final class JourneyTopology {

    /**
     * A deleted profile is gone from the changelog after a day and a quarter at the latest, and not when Kafka happens to compact.
     * That it was deleted is told for a day longer: a state directory that was out of use for half of that still hears of it.
     */
    private static final Map<String, String> CHANGELOG = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "86400000",
            TopicConfig.SEGMENT_MS_CONFIG, "21600000",
            TopicConfig.DELETE_RETENTION_MS_CONFIG, "86400000");

    private JourneyTopology() {}

    public static Topology build(JourneySettings settings) {
        Topology topology = new Topology();
        addIntake(topology, IntakeNode.CLICKSTREAM, settings);
        addIntake(topology, IntakeNode.CRM, settings);
        addJourney(topology, settings);
        return topology;
    }

    private static void addIntake(Topology topology, IntakeNode node, JourneySettings settings) {
        addSource(topology, node.source(), node.topic());
        topology.addProcessor(
                node.name(),
                () -> new TaskProcessor(context -> new IntakeTask(context, node, settings)),
                node.source());
        addJournalSink(topology, node.journalSink(), node.name());
        addSink(topology, node.deadLettersSink(), Topics.DEAD_LETTERS, node.name());
    }

    private static void addJourney(Topology topology, JourneySettings settings) {
        addSource(topology, Nodes.JOURNAL_SOURCE, Topics.JOURNAL);
        topology.addProcessor(Nodes.JOURNEY, journey(settings), Nodes.JOURNAL_SOURCE);
        addJournalSink(topology, Nodes.HAND_OVERS, Nodes.JOURNEY);
        addSink(topology, Nodes.SESSIONS, Topics.SESSIONS, Nodes.JOURNEY);
        addSink(topology, Nodes.STAGE_TRANSITIONS, Topics.STAGE_TRANSITIONS, Nodes.JOURNEY);
        addSink(topology, Nodes.ABANDONMENT, Topics.ABANDONMENT, Nodes.JOURNEY);
        addSink(topology, Nodes.ABANDONMENT_ACTIONS, Topics.ABANDONMENT_ACTIONS, Nodes.JOURNEY);
        addSink(topology, Nodes.MOMENTS, Topics.MOMENTS, Nodes.JOURNEY);
        addSink(topology, Nodes.FRICTION, Topics.FRICTION, Nodes.JOURNEY);
        addSink(topology, Nodes.CHURN_RISK, Topics.CHURN_RISK, Nodes.JOURNEY);
        addSink(topology, Nodes.CHURN_SETTLEMENTS, Topics.CHURN_SETTLEMENTS, Nodes.JOURNEY);
        addSink(topology, Nodes.PROFILES, Topics.PROFILES, Nodes.JOURNEY);
        addSink(topology, Nodes.MAP, Topics.MAP, Nodes.JOURNEY);
        addSink(topology, Nodes.JOURNEY_DEAD_LETTERS, Topics.DEAD_LETTERS, Nodes.JOURNEY);
    }

    private static ProcessorSupplier<byte[], byte[], byte[], byte[]> journey(JourneySettings settings) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], byte[]> get() {
                return new TaskProcessor(context -> JourneyTask.start(context, settings));
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                Set<StoreBuilder<?>> stores = new LinkedHashSet<>();
                stores.add(store(StoreNames.PROFILES));
                stores.add(store(StoreNames.DEADLINES));
                stores.add(store(StoreNames.MAP));
                // the clock changes with every watermark: the cache writes it once per commit
                stores.add(store(StoreNames.CLOCK).withCachingEnabled());
                stores.add(BeforeCommit.builder(StoreNames.BEFORE_COMMIT));
                return stores;
            }
        };
    }

    private static StoreBuilder<?> store(String name) {
        return Stores.keyValueStoreBuilder(CompactableRocksDbStore.supplier(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG);
    }

    /** From the beginning: an input that was there before the processor is not skipped. */
    private static void addSource(Topology topology, String name, String topic) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                name,
                new RecordTime(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topic);
    }

    private static void addJournalSink(Topology topology, String name, String parent) {
        topology.addSink(
                name,
                Topics.JOURNAL,
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                new JournalPartitioner(),
                parent);
    }

    private static void addSink(Topology topology, String name, String topic, String parent) {
        topology.addSink(name, topic, new ByteArraySerializer(), new ByteArraySerializer(), parent);
    }
}
