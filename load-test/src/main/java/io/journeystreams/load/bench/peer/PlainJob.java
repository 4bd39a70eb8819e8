package io.journeystreams.load.bench.peer;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.registry.RegistryConnection;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.EmitStrategy;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.SessionWindows;
import org.apache.kafka.streams.state.SessionStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The job in the way in which it is usually written on Kafka Streams: session windows of the DSL, and a store of carts that is
 * scanned for those that are due.
 */
public final class PlainJob {

    static final Duration GAP = Duration.ofMinutes(30);
    static final Duration GRACE = Duration.ofMinutes(2);

    /**
     * More than the gap and grace that it would be by default. Kafka Streams publishes what has closed once a second, and what has
     * expired by then it loses; here days may pass in a second. And the store is cut into pieces of half of this: cut
     * into pieces of 16 minutes, the week would be spent on opening and closing them.
     */
    private static final Duration RETENTION = Duration.ofDays(8);

    static final String CARTS = "carts";

    private static final String SESSIONS = "sessions";

    private PlainJob() {}

    public static void main(String[] given) throws InterruptedException {
        PeerArguments arguments = PeerArguments.of(given);
        Job.run(topology(arguments), arguments);
    }

    private static Topology topology(PeerArguments arguments) {
        RegistryConnection registry = arguments.registry();
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, ClickstreamEvent> events = builder.stream(Job.INPUT, Job.events(registry));
        addSessions(events, registry);
        addCarts(builder, events, registry);
        return builder.build(arguments.streamsConfig());
    }

    private static void addSessions(KStream<String, ClickstreamEvent> events, RegistryConnection registry) {
        Serde<SessionEvent> sessions = Job.serde(SessionEvent.class, registry);
        events.groupByKey(Grouped.with("by-device", Serdes.String(), Job.serde(ClickstreamEvent.class, registry)))
                .windowedBy(SessionWindows.ofInactivityGapAndGrace(GAP, GRACE))
                .emitStrategy(EmitStrategy.onWindowClose())
                .aggregate(
                        SessionAggregate::empty,
                        SessionAggregate::with,
                        SessionAggregate::joined,
                        Named.as("session"),
                        Materialized.<String, SessionEvent, SessionStore<Bytes, byte[]>>as(SESSIONS)
                                .withRetention(RETENTION)
                                .withKeySerde(Serdes.String())
                                .withValueSerde(sessions))
                .toStream(Named.as("closed"))
                .selectKey((window, session) -> window.key(), Named.as("device"))
                .to("plain.sessions", Produced.with(Serdes.String(), sessions));
    }

    private static void addCarts(
            StreamsBuilder builder, KStream<String, ClickstreamEvent> events, RegistryConnection registry) {
        Serde<AbandonmentEvent> alerts = Job.serde(AbandonmentEvent.class, registry);
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(CARTS), Serdes.String(), alerts));
        events.process(CartProcessor::new, Named.as("cart"), CARTS)
                .to("plain.abandonment", Produced.with(Serdes.String(), alerts));
    }
}
