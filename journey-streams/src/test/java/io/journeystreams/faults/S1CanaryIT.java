package io.journeystreams.faults;

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
import io.journeystreams.rig.JournalTail;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Fault S1, rule O6: every text that a customer's records carry is marked, whatever vocabulary they are written in, and whatever is
 * wrong with them; everything is logged that anybody can have logged, Kafka's own debugging included. The marks come through to the
 * alerts, to those who may write to the customer, and nowhere into what the processor prints, serves or writes into headers.
 */
@Timeout(300)
public class S1CanaryIT {

    private static final String MARK = "canary";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long HOUR_MS = 3_600_000;
    private static final int UNREADABLE = 2;

    /** The subject of a CloudEvent is the key of its record: the id of the profile, as O6 has it where readers need it. */
    private static final String SUBJECT = "ce_subject";

    /** Asked without the token. */
    private static final List<String> PAGES =
            List.of("/live", "/ready", "/metrics", "/status", "/canary-page", "/profiles/c:canary-customer/decisions");

    /** Loggers of Kafka's that {@code run} does not set itself, one by one: its own level for all of them is WARN. */
    private static final List<String> LIBRARIES = List.of(
            "org.apache.kafka.clients", "org.apache.kafka.common", "org.apache.kafka.streams", "io.confluent.kafka");

    private final Path directory =
            Path.of("target", "privacy-it", UUID.randomUUID().toString()).toAbsolutePath();
    private final Path config = directory.resolve("journey.yaml");
    private final Path log = directory.resolve("out");

    @Test
    void whatTheProcessorPrintsAndServesNamesNobody() throws Exception {
        try (Cluster cluster = Cluster.start(directory.resolve("broker"))) {
            cluster.createTopics(1);
            configure(cluster, "avro");
            send(cluster, Stream.concat(unreadable(), readable(cluster)));
            try (ProcessorProcess process = ProcessorProcess.start(config, log, loggingEverything())) {
                Alerts alerts = new Alerts(cluster);
                await().atMost(PATIENCE).untilAsserted(() -> {
                    process.assertRunning();
                    assertThat(cluster.read(Topics.DEAD_LETTERS)).hasSize(UNREADABLE);
                    assertThat(alerts.actions()).singleElement().satisfies(S1CanaryIT::isMarked);
                });
                send(cluster, erasure(cluster));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(alerts.actions()).hasSize(2));
                assertNobodyIsNamed(cluster, process);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "segment-json,  segment.ndjson",
        "segment-json,  rudderstack.ndjson",
        "ga4-json,      ga4.ndjson",
        "snowplow-json, snowplow.ndjson",
    })
    void norDoesItWhenTheyAreWrittenInAnotherVocabulary(String format, String samples) throws Exception {
        try (Cluster cluster = Cluster.start(directory.resolve("broker"))) {
            cluster.createTopics(1);
            configure(cluster, format);
            List<String> documents = marked(samples);
            send(cluster, documents.stream().flatMap(S1CanaryIT::wholeAndBroken));
            try (ProcessorProcess process = ProcessorProcess.start(config, log, loggingEverything());
                    JournalTail journal = new JournalTail(cluster)) {
                await().atMost(PATIENCE).untilAsserted(() -> {
                    process.assertRunning();
                    assertThat(cluster.read(Topics.DEAD_LETTERS)).hasSize(2 * documents.size());
                    assertThat(journal.poll().events()).isEqualTo(documents.size());
                });
                assertNobodyIsNamed(cluster, process);
            }
        }
    }

    private void assertNobodyIsNamed(Cluster cluster, ProcessorProcess process) throws Exception {
        for (String page : PAGES) {
            assertThat(process.page(page)).as(page).isNotEmpty().doesNotContain(MARK);
        }
        for (String topic : cluster.topics()) {
            cluster.records(topic).forEach(S1CanaryIT::assertHeadersNameNobody);
        }
        process.stop();
        String printed = Files.readString(log);
        assertThat(printed).contains("stopped").contains("DEBUG org.apache.kafka.clients");
        assertThat(printed.lines().filter(line -> line.contains(MARK))).isEmpty();
    }

    private static void assertHeadersNameNobody(ConsumerRecord<byte[], byte[]> record) {
        for (Header header : record.headers()) {
            if (!header.key().equals(SUBJECT)) {
                assertThat(new String(header.value(), StandardCharsets.UTF_8))
                        .as(record.topic() + " " + header.key())
                        .doesNotContain(MARK);
            }
        }
    }

    private List<String> loggingEverything() throws Exception {
        Path file = directory.resolve("logback.xml");
        String libraries = LIBRARIES.stream()
                .map("  <logger name=\"%s\" level=\"DEBUG\"/>\n"::formatted)
                .collect(Collectors.joining());
        Files.writeString(file, """
                <configuration>
                  <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%%level %%logger: %%msg %%kvp %%mdc%%n%%ex</pattern></encoder>
                  </appender>
                %s  <root level="DEBUG"><appender-ref ref="console"/></root>
                </configuration>
                """.formatted(libraries));
        return List.of("-Dlogback.configurationFile=" + file);
    }

    /** Ids, addresses, names of goods. */
    private static List<String> marked(String samples) throws Exception {
        return Files.readAllLines(Path.of("src", "test", "resources", "vocabularies", samples)).stream()
                .map(document -> document.replace("\"d1\"", "\"canary-device\"")
                        .replace("\"7\"", "\"canary-customer\"")
                        .replace("\"p1\"", "\"canary-product\"")
                        .replace("shop.example", "canary.example")
                        .replace("Mug", "canary mug")
                        .replace("spring", "canary-campaign"))
                .toList();
    }

    /** As it is; cut behind a mark; and with a text where a brace is. */
    private static Stream<ProducerRecord<byte[], byte[]>> wholeAndBroken(String document) {
        assertThat(document).contains(MARK);
        String cut = document.substring(0, document.lastIndexOf(MARK) + MARK.length());
        String broken = document.substring(0, document.length() - 1) + "canary";
        return Stream.of(document, cut, broken).map(text -> clickstream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<ProducerRecord<byte[], byte[]>> erasure(Cluster cluster) {
        return Stream.of(crm(
                new InputEncoder(cluster.registry()),
                person("canary-erasure", "customer_erased", System.currentTimeMillis())));
    }

    private static void isMarked(AbandonmentEvent alert) {
        assertThat(alert.getProfile()).isEqualTo("c:canary-customer");
        assertThat(alert.getContact()).containsEntry("email", "canary@shop.example");
        assertThat(alert.getLines().toString()).contains("canary-product");
    }

    private void configure(Cluster cluster, String format) throws Exception {
        Files.createDirectories(directory);
        Files.writeString(config, """
                kafka: {bootstrapServers: '%s'}
                registry: {url: '%s'}
                streams: {stateDirectory: '%s', threads: 1}
                http: {port: 0, token: a-token-of-the-ops-team}
                clock: {idleAfter: 1s}
                inputs: {clickstream: {format: '%s'}}
                """.formatted(
                        cluster.bootstrapServers(), cluster.registryUrl(), directory.resolve("state"), format));
    }

    private static void send(Cluster cluster, Stream<ProducerRecord<byte[], byte[]>> records) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of())) {
            for (ProducerRecord<byte[], byte[]> record : records.toList()) {
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
                        "name",
                        "canary name",
                        "address",
                        "canary street",
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
