package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.cli.Journey;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.Page;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.time.ClockPolicy;
import io.journeystreams.intake.Reports;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.runtime.JourneyRuntime;
import io.journeystreams.runtime.StreamsSettings;
import io.journeystreams.topology.ProcessorMeters;
import io.journeystreams.topology.RegistryCodecs;
import io.journeystreams.topology.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Fault R11, rule I8: a customer is erased, and after the times that our settings allow nobody finds them in the files of a disk:
 * neither in the segments of compacted topics nor in the files of the stores. That the times are bounded as they are shipped, by
 * {@code topics.yaml} and the changelogs' settings, is seen first; then they are shortened.
 */
@Timeout(120)
class R11ErasureIT {

    private static final String CANARY = "canary";
    private static final String APPLICATION = "erasing";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long DAY_MS = 24 * 3_600_000L;

    private static final Map<String, String> AT_ONCE = Map.of(
            "segment.ms", "200",
            "max.compaction.lag.ms", "200",
            "min.cleanable.dirty.ratio", "0",
            "delete.retention.ms", "200",
            "file.delete.delay.ms", "0");

    private static final Map<String, String> AS_SHIPPED =
            Map.of("cleanup.policy", "compact", "segment.ms", "21600000", "max.compaction.lag.ms", "86400000");

    /** Longer than a state directory is trusted that was out of use. */
    private static final String TOMBSTONES_LIVE = "86400000";

    private static final List<String> COMPACTED = List.of(
            Topics.PROFILES,
            Topics.MAP,
            APPLICATION + "-profiles-changelog",
            APPLICATION + "-deadlines-changelog",
            APPLICATION + "-clock-changelog",
            APPLICATION + "-map-changelog");

    private final Path directory =
            Path.of("target", "erasure-it", UUID.randomUUID().toString()).toAbsolutePath();
    private final Path state = directory.resolve("state");
    private final Path config = directory.resolve("journey.yaml");
    private final long nowMs = System.currentTimeMillis();
    private int bystanders;

    @Test
    void nothingOfAnErasedCustomerIsFoundInSegmentsOfCompactedTopicsOrInFilesOfStores() throws Exception {
        try (Cluster cluster = Cluster.start(directory.resolve("broker"), Map.of("log.cleaner.backoff.ms", "100"))) {
            cluster.createTopics(1);
            configure(cluster);
            // given
            live(cluster);
            try (JourneyRuntime runtime = start(cluster)) {
                await().atMost(PATIENCE).until(() -> runtime.state() == KafkaStreams.State.RUNNING);
                assertTimesAreBoundedAsShipped(cluster);
                COMPACTED.forEach(topic -> cluster.alter(topic, AT_ONCE));
                await().atMost(PATIENCE).untilAsserted(() -> {
                    assertThat(cluster.read(Topics.ABANDONMENT)).isNotEmpty();
                    assertThat(FilesHolding.text(CANARY, state)).isNotEmpty();
                    assertThat(compactedFilesHoldingTheCanary()).hasSizeGreaterThanOrEqualTo(2);
                });

                // when
                String told = erase();

                // then
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
                    passBy(cluster);
                    assertThat(FilesHolding.text(CANARY, state)).isEmpty();
                    assertThat(compactedFilesHoldingTheCanary()).isEmpty();
                });
                assertThat(told)
                        .contains("carried out")
                        .contains(Topics.JOURNAL + " ")
                        .contains("kept as it was sent for 30d");
                assertThat(FilesHolding.text(CANARY, directory.resolve("broker/data/" + Topics.JOURNAL + "-0")))
                        .as("what has a retention is kept until then, and told")
                        .isNotEmpty();
            }
        }
    }

    private static void assertTimesAreBoundedAsShipped(Cluster cluster) {
        assertThat(compacted(cluster)).containsExactlyInAnyOrderElementsOf(COMPACTED);
        assertThat(COMPACTED)
                .allSatisfy(
                        topic -> assertThat(cluster.settings(topic)).as(topic).containsAllEntriesOf(AS_SHIPPED));
        assertThat(COMPACTED).filteredOn(topic -> topic.endsWith("-changelog")).allSatisfy(topic -> assertThat(
                        cluster.settings(topic))
                .as(topic)
                .containsEntry("delete.retention.ms", TOMBSTONES_LIVE));
    }

    /** Of ours, and not Kafka's own. */
    private static List<String> compacted(Cluster cluster) {
        return cluster.topics().stream()
                .filter(topic -> cluster.settings(topic)
                        .getOrDefault("cleanup.policy", "delete")
                        .contains("compact"))
                .toList();
    }

    private List<String> compactedFilesHoldingTheCanary() {
        return COMPACTED.stream()
                .map(topic -> directory.resolve("broker/data/" + topic + "-0"))
                .flatMap(log -> FilesHolding.text(CANARY, log).stream().map(file -> log.getFileName() + "/" + file))
                .toList();
    }

    private String erase() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Journey.execute(
                new PrintWriter(out),
                new PrintWriter(err),
                "erase",
                "canary-customer",
                "--config",
                config.toString(),
                "--at",
                Instant.ofEpochMilli(nowMs - 4 * DAY_MS).toString());
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }

    private JourneyRuntime start(Cluster cluster) {
        ClockPolicy usual = EnginePolicy.defaults().clock();
        JourneyRuntime runtime = JourneyRuntime.create(
                StreamsSettings.of(APPLICATION, cluster.bootstrapServers(), state)
                        .compactingEvery(Duration.ofMillis(500)),
                EnginePolicy.defaults()
                        .with(new ClockPolicy(
                                usual.grace(), Duration.ofSeconds(1), usual.futureTolerance(), usual.lateness())),
                RegistryCodecs.of(cluster.registry(), SchemaSource.LOOK_UP),
                ProcessorMeters.NONE);
        runtime.start();
        return runtime;
    }

    private void configure(Cluster cluster) throws Exception {
        Files.createDirectories(directory);
        Files.writeString(config, """
                kafka: {bootstrapServers: '%s'}
                registry: {url: '%s'}
                """.formatted(cluster.bootstrapServers(), cluster.registryUrl()));
    }

    /** Five days ago: what a customer leaves behind, on two devices, one of them used by somebody else too. */
    private void live(Cluster cluster) throws Exception {
        InputEncoder inputs = new InputEncoder(cluster.registry());
        long atMs = nowMs - 5 * DAY_MS;
        send(
                cluster,
                clickstream(
                        atMs,
                        inputs.encode(Reports.clickstream("e0", "page_viewed", atMs)
                                .setAnonymousId("canary-phone")
                                .build())),
                clickstream(
                        atMs + 1,
                        inputs.encode(Reports.clickstream("e1", "product_added", atMs + 1)
                                .setAnonymousId("canary-phone")
                                .setCustomerId("canary-customer")
                                .setCartId("canary-cart")
                                .setCampaign("canary-campaign")
                                .setPage(Page.newBuilder()
                                        .setUrl("https://shop.example/canary-page")
                                        .build())
                                .setLines(List.of(Reports.line("canary-product", 1, "10.00", "EUR")))
                                .build())),
                clickstream(
                        atMs + 2,
                        inputs.encode(Reports.clickstream("e2", "identified", atMs + 2)
                                .setAnonymousId("tablet")
                                .setCustomerId("somebody")
                                .build())),
                clickstream(
                        atMs + 3,
                        inputs.encode(Reports.clickstream("e3", "identified", atMs + 3)
                                .setAnonymousId("tablet")
                                .setCustomerId("canary-customer")
                                .build())),
                crm(atMs + 4, inputs.encode(person("e4", "customer_updated", atMs + 4))),
                crm(atMs + 5, inputs.encode(person("canary-order", "order_placed", atMs - 20 * DAY_MS))));
    }

    private static CrmEvent person(String id, String type, long atMs) {
        return Reports.crm(id, type, atMs)
                .setCustomerId("canary-customer")
                .setOrderId(id)
                .setAttributes(Map.of(
                        "email", "canary@shop.example",
                        "phone", "+49canary",
                        "name", "canary name",
                        "address", "canary street"))
                .build();
    }

    /** Segments are closed when something is written after their time. */
    private void passBy(Cluster cluster) throws Exception {
        bystanders++;
        String id = "bystander-" + bystanders;
        byte[] value = new InputEncoder(cluster.registry())
                .encode(Reports.clickstream(id, "page_viewed", System.currentTimeMillis())
                        .setAnonymousId(id)
                        .build());
        send(cluster, clickstream(System.currentTimeMillis(), value));
    }

    @SafeVarargs
    private static void send(Cluster cluster, ProducerRecord<byte[], byte[]>... records) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of())) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                producer.send(record).get();
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> clickstream(long atMs, byte[] value) {
        return new ProducerRecord<>(Topics.CLICKSTREAM, 0, atMs, key(), value);
    }

    private static ProducerRecord<byte[], byte[]> crm(long atMs, byte[] value) {
        return new ProducerRecord<>(Topics.CRM, 0, atMs, key(), value);
    }

    private static byte[] key() {
        return "key".getBytes(StandardCharsets.UTF_8);
    }
}
