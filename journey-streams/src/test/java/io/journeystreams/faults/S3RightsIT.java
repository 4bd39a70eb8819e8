package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystreams.cli.ExitCode;
import io.journeystreams.cli.Journey;
import io.journeystreams.contracts.Line;
import io.journeystreams.intake.Reports;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.rig.ProcessorProcess;
import io.journeystreams.rig.SecureCluster;
import io.journeystreams.topology.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * Fault S3: a broker with TLS, SCRAM and an authorizer. The processor has the rights that {@code topics acls} lists, and no
 * others; its configuration is the example of the docs.
 */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public class S3RightsIT {

    private static final Path EXAMPLE = Path.of("../docs/examples/secured.yaml");
    private static final String PRINCIPAL = "User:" + SecureCluster.USER;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration RIGHTS_TAKE_EFFECT = Duration.ofSeconds(10);
    private static final long HOUR_MS = 3_600_000;

    private final Path directory =
            Path.of("target", "s3", UUID.randomUUID().toString()).toAbsolutePath();
    private final Path config = directory.resolve("journey.yaml");
    private final Path asAdmin = directory.resolve("admin.yaml");
    private final Path log = directory.resolve("out");
    private final SecureCluster cluster;

    S3RightsIT() throws Exception {
        cluster = SecureCluster.start(directory);
    }

    /** One call of the command line. */
    private record Run(int code, String out, String err) {}

    @BeforeAll
    void prepare() throws Exception {
        Files.writeString(directory.resolve("kafka-password"), SecureCluster.PASSWORD + "\n");
        Files.writeString(directory.resolve("admin-password"), SecureCluster.SUPER_PASSWORD + "\n");
        Files.writeString(directory.resolve("registry-password"), "a-password-of-the-registry\n");
        Files.writeString(directory.resolve("http-token"), "a-token-of-the-ops-team\n");
        String example = Files.readString(EXAMPLE)
                .replace("broker-1:9093,broker-2:9093", cluster.bootstrapServers())
                .replace("https://registry:8081", cluster.registryUrl())
                .replace("/run/secrets", directory.toString())
                .replace("/var/lib/journey", directory.resolve("state").toString())
                .replace("port: 7070", "port: 0");
        Files.writeString(config, example + "clock: {idleAfter: 1s}\n");
        Files.writeString(
                asAdmin,
                example.replace("kafka-password", "admin-password")
                        .replace("username=\"journey\"", "username=\"" + SecureCluster.SUPER_USER + "\""));
        assertThat(journey("topics", "create", "--partitions", "1", "--config", asAdmin.toString()))
                .returns(0, Run::code);
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    @Order(1)
    void withoutAnyRightEveryOneIsNamed() throws Exception {
        // when
        Run check = check();

        // then
        assertThat(check.code()).isEqualTo(ExitCode.TOPICS.code());
        assertThat(check.err().lines())
                .containsExactlyElementsOf(
                        rights("journey").stream().map(S3RightsIT::finding).toList());
    }

    @Test
    @Order(2)
    void itRunsWithTheRightsOfTheListAndNoOthers() throws Exception {
        // given
        cluster.grant(rights("journey"));
        await().atMost(RIGHTS_TAKE_EFFECT)
                .untilAsserted(() -> assertThat(check().err()).isEmpty());

        // when
        try (ProcessorProcess process = ProcessorProcess.start(config, log)) {
            abandonACart();

            // then
            await().atMost(PATIENCE).untilAsserted(() -> {
                process.assertRunning();
                assertThat(count(Topics.ABANDONMENT_ACTIONS)).isEqualTo(1);
            });
            process.stop();
        }
        assertThat(Files.readString(log)).doesNotContain("password-of", "AuthorizationException");
    }

    /** Rights on one resource may include each other, those on different ones do not: one of each is taken at a time. */
    @Test
    @Order(3)
    void withoutAnyOneOfThemTheCheckNamesItAndItDoesNotStart() throws Exception {
        List<AclBinding> untried = new ArrayList<>(rights("journey"));
        assertThat(untried).hasSizeGreaterThan(30);
        while (!untried.isEmpty()) {
            // given
            List<AclBinding> taken = oneOfEachResource(untried);
            cluster.revoke(taken);

            // when
            await().pollDelay(Duration.ZERO).atMost(RIGHTS_TAKE_EFFECT).untilAsserted(() -> assertThat(check())
                    .returns(ExitCode.TOPICS.code(), Run::code)
                    .satisfies(run -> assertThat(run.err().lines())
                            .containsExactlyElementsOf(
                                    taken.stream().map(S3RightsIT::finding).toList())));
            Run run = journey("run", "--config", config.toString());

            // then
            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.TOPICS.code());
            assertThat(run.err().lines())
                    .containsExactlyElementsOf(
                            taken.stream().map(S3RightsIT::finding).toList());
            cluster.grant(taken);
            untried.removeAll(taken);
        }
        await().pollDelay(Duration.ZERO).atMost(RIGHTS_TAKE_EFFECT).untilAsserted(() -> assertThat(check())
                .returns(0, Run::code)
                .satisfies(run -> assertThat(run.out()).endsWith("the topics are fine" + System.lineSeparator())));
    }

    /** Whether a topic may be written that is not there yet cannot be seen: the first start shows it. */
    @Test
    @Order(5)
    void aRightThatTheCheckCannotSeeEndsTheRunAllTheSame() throws Exception {
        // given
        List<AclBinding> rights = new ArrayList<>(rights("other"));
        assertThat(rights.removeIf(right -> right.pattern().name().equals("other-profiles-changelog")
                        && right.entry().operation() == AclOperation.WRITE))
                .isTrue();
        cluster.grant(rights);
        Path otherLog = directory.resolve("out-other");

        // when
        try (ProcessorProcess process = ProcessorProcess.start(
                config,
                otherLog,
                "streams.applicationId=other",
                "streams.stateDirectory=" + directory.resolve("other"))) {

            // then
            assertThat(process.awaitExit(PATIENCE))
                    .as(Files.readString(otherLog))
                    .isEqualTo(ExitCode.TOPICS.code());
            assertThat(Files.readString(otherLog))
                    .contains(
                            "journey: topic other-profiles-changelog: the user of this configuration may not use it;");
        }
    }

    @Test
    void whoHasAWrongPasswordIsToldSo() throws Exception {
        // when
        Run run = journey(
                "topics",
                "check",
                "--config",
                config.toString(),
                "--set",
                "kafka.properties.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required"
                        + " username=\"journey\" password=\"not-the-password\";");

        // then
        assertThat(run.code()).isEqualTo(ExitCode.BROKER.code());
        assertThat(run.err()).contains("the broker does not let us in").doesNotContain("not-the-password");
    }

    @Test
    void aBrokerWhoseCertificateNobodySignedIsNotSpokenTo() throws Exception {
        // given
        Path other = directory.resolve("other-ca");
        Files.createDirectories(other);
        Path certificate = SecureCluster.makeCertificate(other);

        // when
        Run run = journey(
                "topics",
                "check",
                "--config",
                config.toString(),
                "--set",
                "kafka.properties.ssl.truststore.location=" + certificate);

        // then
        assertThat(run.code()).isEqualTo(ExitCode.BROKER.code());
        assertThat(run.err()).contains("the broker does not let us in", "SSL handshake failed");
    }

    private void abandonACart() throws Exception {
        Map<String, Object> settings =
                new HashMap<>(cluster.clientProperties(SecureCluster.SUPER_USER, SecureCluster.SUPER_PASSWORD));
        Line line = Line.newBuilder()
                .setProductId("mug")
                .setQuantity(1)
                .setUnitPrice(new BigDecimal("10.0000"))
                .setCurrency("EUR")
                .build();
        try (var registry = cluster.registry();
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] value = new InputEncoder(registry)
                    .encode(Reports.clickstream("e-1", "product_added", System.currentTimeMillis() - 2 * HOUR_MS)
                            .setCustomerId("7")
                            .setCartId("cart-1")
                            .setLines(List.of(line))
                            .build());
            producer.send(new ProducerRecord<>(Topics.CLICKSTREAM, value)).get();
        }
    }

    private int count(String topic) {
        Map<String, Object> settings =
                new HashMap<>(cluster.clientProperties(SecureCluster.SUPER_USER, SecureCluster.SUPER_PASSWORD));
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(1)).count();
        }
    }

    private Run check() {
        return journey("topics", "check", "--config", config.toString());
    }

    private static List<AclBinding> oneOfEachResource(List<AclBinding> rights) {
        Map<ResourcePattern, AclBinding> first = new LinkedHashMap<>();
        rights.forEach(right -> first.putIfAbsent(right.pattern(), right));
        return List.copyOf(first.values());
    }

    /** As {@code topics acls} lists them. */
    private List<AclBinding> rights(String applicationId) throws Exception {
        Run listed = journey(
                "topics",
                "acls",
                "--principal",
                PRINCIPAL,
                "--format",
                "json",
                "--config",
                config.toString(),
                "--set",
                "streams.applicationId=" + applicationId);
        List<AclBinding> rights = new ArrayList<>();
        for (JsonNode right : new ObjectMapper().readTree(listed.out())) {
            rights.add(new AclBinding(
                    new ResourcePattern(
                            ResourceType.valueOf(right.get("resourceType").textValue()),
                            right.get("resourceName").textValue(),
                            PatternType.valueOf(right.get("patternType").textValue())),
                    new AccessControlEntry(
                            right.get("principal").textValue(),
                            right.get("host").textValue(),
                            AclOperation.valueOf(right.get("operation").textValue()),
                            AclPermissionType.valueOf(
                                    right.get("permissionType").textValue()))));
        }
        return rights;
    }

    private static String finding(AclBinding right) {
        String name = right.pattern().name();
        String subject =
                switch (right.pattern().resourceType()) {
                    case GROUP -> "consumer group " + name;
                    case TRANSACTIONAL_ID -> "transactional ids " + name + "*";
                    default -> name;
                };
        return "journey: " + subject + ": the user of this configuration may not "
                + right.entry().operation() + " it; journey topics acls lists all that it must be allowed";
    }

    private static Run journey(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Journey.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Run(code, out.toString(), err.toString());
    }
}
