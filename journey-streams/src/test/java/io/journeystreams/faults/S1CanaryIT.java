package io.journeystreams.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.Page;
import io.journeystreams.intake.Reports;
import io.journeystreams.rig.Alerts;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.rig.ProcessorProcess;
import io.journeystreams.topology.Topics;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Rule O6: every text that a customer's records carry is marked. The marks come through to the alerts, to those who may write to
 * the customer, and nowhere into what the processor prints or serves, whatever is wrong with the records.
 */
@Timeout(240)
public class NoPersonalDataInLogsIT {

    private static final String MARK = "canary";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long HOUR_MS = 3_600_000;
    private static final int UNREADABLE = 2;

    /** Asked without the token. */
    private static final List<String> PAGES =
            List.of("/live", "/ready", "/metrics", "/status", "/canary-page", "/profiles/c:canary-customer/decisions");

    private final Path directory =
            Path.of("target", "privacy-it", UUID.randomUUID().toString()).toAbsolutePath();
    private final Path config = directory.resolve("journey.yaml");
    private final Path log = directory.resolve("out");

    @Test
    void whatTheProcessorPrintsAndServesNamesNobody() throws Exception {
        try (Cluster cluster = Cluster.start(directory.resolve("broker"))) {
            cluster.createTopics(1);
            configure(cluster);
            send(cluster);
            try (ProcessorProcess process = ProcessorProcess.start(config, log)) {
                Alerts alerts = new Alerts(cluster);
                await().atMost(PATIENCE).untilAsserted(() -> {
                    process.assertRunning();
                    assertThat(cluster.read(Topics.DEAD_LETTERS)).hasSize(UNREADABLE);
                    assertThat(alerts.actions()).singleElement().satisfies(NoPersonalDataInLogsIT::isMarked);
                });
                for (String page : PAGES) {
                    assertThat(process.page(page)).as(page).isNotEmpty().doesNotContain(MARK);
                }
                process.stop();
                assertThat(Files.readString(log)).contains("stopped").doesNotContain(MARK);
            }
        }
    }

    private static void isMarked(AbandonmentEvent alert) {
        assertThat(alert.getProfile()).isEqualTo("c:canary-customer");
        assertThat(alert.getContact()).containsEntry("email", "canary@shop.example");
        assertThat(alert.getLines().toString()).contains("canary-product");
    }

    private void configure(Cluster cluster) throws Exception {
        Files.createDirectories(directory);
        Files.writeString(
                config, """
                kafka: {bootstrapServers: '%s'}
                registry: {url: '%s'}
                streams: {stateDirectory: '%s', threads: 1}
                http: {port: 0, token: a-token-of-the-ops-team}
                clock: {idleAfter: 1s}
                """.formatted(cluster.bootstrapServers(), cluster.registryUrl(), directory.resolve("state")));
    }

    private static void send(Cluster cluster) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of())) {
            for (ProducerRecord<byte[], byte[]> record :
                    Stream.concat(unreadable(), readable(cluster)).toList()) {
                producer.send(record).get();
            }
        }
    }

    /** A customer with address and cart, what no rule knows, a merge with oneself, and something that nobody did. */
    private static Stream<ProducerRecord<byte[], byte[]>> readable(Cluster cluster) {
        InputEncoder inputs = new InputEncoder(cluster.registry());
        long atMs = System.currentTimeMillis() - 2 * HOUR_MS;
        return Stream.of(
                crm(inputs, person("canary-1", "customer_updated", atMs)),
                clickstream(inputs.encode(Reports.clickstream("canary-2", "product_added", atMs)
                        .setAnonymousId("canary-device")
                        .setCustomerId("canary-customer")
                        .setCartId("canary-cart")
                        .setCampaign("canary-campaign")
                        .setPage(Page.newBuilder()
                                .setUrl("https://shop.example/?token=canary")
                                .build())
                        .setLines(List.of(line()))
                        .build())),
                clickstream(inputs.encode(Reports.clickstream("canary-3", "canary_type", atMs + 1)
                        .setAnonymousId("canary-device")
                        .build())),
                crm(inputs, person("canary-4", "customers_merged", atMs + 2)),
                clickstream(inputs.encode(Reports.clickstream("canary-5", "page_viewed", atMs + 3)
                        .setAnonymousId(null)
                        .setAttributes(Map.of("query", "canary"))
                        .build())));
    }

    private static CrmEvent person(String id, String type, long atMs) {
        return Reports.crm(id, type, atMs)
                .setCustomerId("canary-customer")
                .setAttributes(Map.of(
                        "email",
                        "canary@shop.example",
                        "phone",
                        "+49canary",
                        "from",
                        "canary",
                        "to",
                        "canary-customer"))
                .build();
    }

    private static Line line() {
        return Line.newBuilder()
                .setProductId("canary-product")
                .setName("canary mug")
                .setQuantity(1)
                .setUnitPrice(new BigDecimal("10.0000"))
                .setCurrency("EUR")
                .build();
    }

    /** No Avro, and a schema that nobody registered. */
    private static Stream<ProducerRecord<byte[], byte[]>> unreadable() {
        byte[] unknownSchema = new byte[32];
        unknownSchema[3] = 77;
        System.arraycopy(MARK.getBytes(StandardCharsets.UTF_8), 0, unknownSchema, 5, MARK.length());
        return Stream.of(
                clickstream("canary, no Avro at all".getBytes(StandardCharsets.UTF_8)), clickstream(unknownSchema));
    }

    private static ProducerRecord<byte[], byte[]> crm(InputEncoder inputs, CrmEvent event) {
        return new ProducerRecord<>(Topics.CRM, key(), inputs.encode(event));
    }

    private static ProducerRecord<byte[], byte[]> clickstream(byte[] value) {
        return new ProducerRecord<>(Topics.CLICKSTREAM, key(), value);
    }

    private static byte[] key() {
        return "canary-key".getBytes(StandardCharsets.UTF_8);
    }
}
