package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.contracts.Line;
import io.journeystreams.intake.Reports;
import io.journeystreams.rig.Alerts;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.rig.ProcessorProcess;
import io.journeystreams.topology.Topics;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** Fault S2: ten thousand clients that never end their requests hold neither the health pages nor the processor up. */
@Timeout(180)
public class S2SlowClientsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration HEALTH_ANSWERS_WITHIN = Duration.ofSeconds(2);
    private static final long HOUR_MS = 3_600_000;
    private static final int CUSTOMERS = 20;

    private final Path directory =
            Path.of("target", "s2", UUID.randomUUID().toString()).toAbsolutePath();
    private final Path config = directory.resolve("journey.yaml");

    @Test
    void alertsComeOutAndHealthAnswersBesideSlowClients(TestReporter reporter) throws Exception {
        try (Cluster cluster = Cluster.start(directory.resolve("broker"))) {
            cluster.createTopics(1);
            configure(cluster);
            try (ProcessorProcess process = ProcessorProcess.start(config, directory.resolve("out"))) {
                await().atMost(PATIENCE).untilAsserted(() -> {
                    process.assertRunning();
                    assertThat(process.page("/ready")).isEqualTo("ready\n");
                });
                URI address = URI.create(process.address().orElseThrow());
                try (SlowClients clients =
                        SlowClients.connect(new InetSocketAddress(address.getHost(), address.getPort()))) {
                    reporter.publishEntry("slow clients", String.valueOf(clients.count()));

                    // when
                    abandonCarts(cluster);

                    // then
                    Alerts alerts = new Alerts(cluster);
                    await().atMost(PATIENCE).untilAsserted(() -> {
                        assertHealthAnswers(process, reporter);
                        assertThat(alerts.actions()).hasSize(CUSTOMERS);
                    });
                }
                process.stop();
            }
        }
    }

    private static void assertHealthAnswers(ProcessorProcess process, TestReporter reporter) throws Exception {
        long startedNanos = System.nanoTime();
        assertThat(process.page("/live")).isEqualTo("live\n");
        assertThat(process.page("/ready")).isEqualTo("ready\n");
        Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
        reporter.publishEntry("two health pages", took.toMillis() + " ms");
        assertThat(took).isLessThan(HEALTH_ANSWERS_WITHIN);
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

    private static void abandonCarts(Cluster cluster) throws Exception {
        InputEncoder inputs = new InputEncoder(cluster.registry());
        Line line = Line.newBuilder()
                .setProductId("mug")
                .setQuantity(1)
                .setUnitPrice(new BigDecimal("10.0000"))
                .setCurrency("EUR")
                .build();
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of())) {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                byte[] value = inputs.encode(
                        Reports.clickstream("e-" + customer, "product_added", System.currentTimeMillis() - 2 * HOUR_MS)
                                .setCustomerId("customer-" + customer)
                                .setCartId("cart-" + customer)
                                .setLines(List.of(line))
                                .build());
                producer.send(new ProducerRecord<>(Topics.CLICKSTREAM, value)).get();
            }
        }
    }
}
