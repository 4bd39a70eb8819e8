package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.config.JourneyConfig;
import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.intake.Reports;
import io.journeystreams.registry.AvroDeserializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.WriterSchemas;
import io.journeystreams.rig.Alerts;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.rig.JournalTail;
import io.journeystreams.runtime.JourneyRuntime;
import io.journeystreams.runtime.StreamsSettings;
import io.journeystreams.topology.ProcessorMeters;
import io.journeystreams.topology.RegistryCodecs;
import io.journeystreams.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fault R13 on a broker: producers send everything twice, and after the processor has started again, once with its state and once
 * from the changelogs, everything comes once more.
 */
@Timeout(120)
class R13SentTwiceIT {

    private static final int PARTITIONS = 2;
    private static final int CUSTOMERS = 10;
    private static final String APPLICATION = "twice";
    private static final Duration CART_DELAY = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final List<Line> CART = List.of(Reports.line("A", 1, "10.00", "EUR"));
    private static final List<String> TOLD =
            List.of(Topics.ABANDONMENT, Topics.ABANDONMENT_ACTIONS, Topics.SESSIONS, Topics.STAGE_TRANSITIONS);

    private final List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();

    @Test
    void whatIsSentAgainBeforeAndAfterARestartIsToldOnce(@TempDir Path directory) throws Exception {
        try (Cluster cluster = Cluster.start(directory.resolve("broker"))) {
            // given
            cluster.createTopics(PARTITIONS);
            Path state = directory.resolve("state");
            try (JourneyRuntime runtime = start(cluster, state)) {
                assertThat(runtime.state().isRunningOrRebalancing()).isTrue();
                shop(cluster);
                sendAll(cluster);
                sendAll(cluster);
                await().atMost(PATIENCE).untilAsserted(() -> assertEachIsToldOnce(cluster));
                awaitRead(cluster, 2, 0);
            }
            Map<String, List<String>> before = told(cluster);

            // when
            try (JourneyRuntime runtime = start(cluster, state)) {
                assertThat(runtime.state().isRunningOrRebalancing()).isTrue();
                sendAll(cluster);
                awaitRead(cluster, 3, 0);
            }
            try (JourneyRuntime runtime = start(cluster, directory.resolve("new-state"))) {
                assertThat(runtime.state().isRunningOrRebalancing()).isTrue();
                sendAll(cluster);
                awaitRead(cluster, 4, System.currentTimeMillis() + CART_DELAY.toMillis());
            }

            // then
            assertEachIsToldOnce(cluster);
            assertThat(told(cluster)).isEqualTo(before);
            assertThat(cluster.read(Topics.DEAD_LETTERS)).isEmpty();
        }
    }

    /** Alerts may follow each other quickly: nothing but knowing the events keeps a second one back. */
    private static JourneyRuntime start(Cluster cluster, Path state) {
        JourneyConfig config = JourneyConfig.of(Map.of(
                "clock.grace",
                "1s",
                "clock.idleAfter",
                "1s",
                "sessions.gap",
                "2s",
                "abandonment.cart.delay",
                CART_DELAY.toSeconds() + "s",
                "abandonment.coolDown",
                "1s",
                "abandonment.frequencyCap",
                "1s"));
        JourneyRuntime runtime = JourneyRuntime.create(
                StreamsSettings.of(APPLICATION, cluster.bootstrapServers(), state),
                config.policy(),
                RegistryCodecs.of(cluster.registry(), SchemaSource.LOOK_UP),
                ProcessorMeters.NONE);
        runtime.start();
        return runtime;
    }

    /** Half of the customers leave their cart alone, the others buy it, of which the CRM tells. */
    private void shop(Cluster cluster) {
        InputEncoder inputs = new InputEncoder(cluster.registry());
        long nowMs = System.currentTimeMillis();
        for (int i = 0; i < CUSTOMERS; i++) {
            sent.add(added("left-" + i, nowMs, inputs));
            sent.add(added("buyer-" + i, nowMs, inputs));
            sent.add(bought("buyer-" + i, nowMs + 1_000, inputs));
        }
    }

    private void sendAll(Cluster cluster) {
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of())) {
            for (ProducerRecord<byte[], byte[]> record : sent) {
                var unused = producer.send(record);
            }
            producer.flush();
        }
    }

    private static void assertEachIsToldOnce(Cluster cluster) {
        List<String> alerts = named("left-")
                .map(customer -> "c:" + customer + " ABANDONED 1 of 1")
                .toList();
        List<String> sessions = Stream.concat(named("left-"), named("buyer-"))
                .flatMap(customer -> Stream.of("c:" + customer + " STARTED 1 of 1", "c:" + customer + " CLOSED 2 of 1"))
                .toList();
        assertThat(new Alerts(cluster).facts())
                .extracting(R13SentTwiceIT::inShort)
                .containsExactlyInAnyOrderElementsOf(alerts);
        assertThat(new Alerts(cluster).actions())
                .extracting(R13SentTwiceIT::inShort)
                .containsExactlyInAnyOrderElementsOf(alerts);
        assertThat(sessions(cluster)).extracting(R13SentTwiceIT::inShort).containsExactlyInAnyOrderElementsOf(sessions);
    }

    private static String inShort(AbandonmentEvent alert) {
        return alert.getProfile() + " " + alert.getState() + " " + alert.getRevision() + " of "
                + alert.getLines().get(0).getQuantity();
    }

    private static String inShort(SessionEvent session) {
        return session.getProfile() + " " + session.getState() + " " + session.getRevision() + " of "
                + session.getEvents();
    }

    private static List<SessionEvent> sessions(Cluster cluster) {
        AvroDeserializer<SessionEvent> deserializer =
                new AvroDeserializer<>(SessionEvent.class, new WriterSchemas(cluster.registry()));
        return cluster.read(Topics.SESSIONS).stream()
                .map(value -> Objects.requireNonNull(deserializer.deserialize(Topics.SESSIONS, value)))
                .toList();
    }

    /** Ids of all that was told, each as often as it was. */
    private static Map<String, List<String>> told(Cluster cluster) {
        return TOLD.stream().collect(Collectors.toMap(topic -> topic, topic -> cluster.records(topic).stream()
                .map(R13SentTwiceIT::idOf)
                .toList()));
    }

    private static String idOf(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    /** All copies have been read, every clock has come so far, and what follows is published. */
    private void awaitRead(Cluster cluster, int copies, long clockMs) {
        try (JournalTail journal = new JournalTail(cluster)) {
            await().pollInterval(Duration.ofMillis(1))
                    .atMost(PATIENCE)
                    .until(() ->
                            journal.poll().events() >= copies * sent.size() && journal.hasHeard(sources(), clockMs));
            journal.lastOffsets().forEach((partition, offset) -> await().atMost(PATIENCE)
                    .until(() -> cluster.committedBy(APPLICATION, partition) > offset));
        }
    }

    private static List<String> sources() {
        return Topics.INPUTS.stream()
                .flatMap(topic -> IntStream.range(0, PARTITIONS).mapToObj(partition -> topic + "-" + partition))
                .toList();
    }

    private static Stream<String> named(String prefix) {
        return IntStream.range(0, CUSTOMERS).mapToObj(i -> prefix + i);
    }

    private static ProducerRecord<byte[], byte[]> added(String customer, long atMs, InputEncoder inputs) {
        String device = "device-of-" + customer;
        ClickstreamEvent event = Reports.clickstream("added-" + customer, "product_added", atMs)
                .setAnonymousId(device)
                .setCustomerId(customer)
                .setLines(CART)
                .build();
        return new ProducerRecord<>(Topics.CLICKSTREAM, device.getBytes(StandardCharsets.UTF_8), inputs.encode(event));
    }

    private static ProducerRecord<byte[], byte[]> bought(String customer, long atMs, InputEncoder inputs) {
        CrmEvent event = Reports.crm("bought-" + customer, "order_placed", atMs)
                .setCustomerId(customer)
                .setOrderId("order-of-" + customer)
                .setLines(CART)
                .build();
        return new ProducerRecord<>(Topics.CRM, customer.getBytes(StandardCharsets.UTF_8), inputs.encode(event));
    }
}
