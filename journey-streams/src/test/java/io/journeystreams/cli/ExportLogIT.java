package io.journeystreams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.contracts.StageDirection;
import io.journeystreams.contracts.StageLayer;
import io.journeystreams.contracts.StageTransitionEvent;
import io.journeystreams.contracts.TransitionState;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.rig.Cluster;
import io.journeystreams.topology.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The event log out of the topic: committed records of all partitions, up to the end. */
@Timeout(60)
class ExportLogIT {

    private static final Path DIRECTORY =
            Path.of("target", "export-log-it", UUID.randomUUID().toString()).toAbsolutePath();
    private static final int PARTITIONS = 3;
    private static final Instant BEGINNING = Instant.parse("2026-03-01T10:00:00Z");

    private static @Nullable Cluster shared;

    @TempDir
    private Path directory = Path.of("");

    @BeforeAll
    static void startCluster() {
        shared = Cluster.start(DIRECTORY);
    }

    @BeforeEach
    void createTopics() {
        cluster().createTopics(PARTITIONS);
        cluster().keepForever(Topics.STAGE_TRANSITIONS);
    }

    @AfterEach
    void deleteTopics() {
        cluster().deleteTopics();
    }

    @AfterAll
    static void stopCluster() {
        cluster().close();
    }

    @Test
    void whatIsCommittedAndStandsIsWritten() throws Exception {
        // given
        int customers = 40;
        try (KafkaProducer<byte[], byte[]> producer = producer("writer")) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int i = 0; i < customers; i++) {
                send(producer, i, transition("first-" + i, "m-" + i, null, "AWARENESS", 0));
                send(producer, i, transition("wrong-" + i, "m-" + i, "AWARENESS", "DECISION", 60));
            }
            producer.commitTransaction();
            producer.beginTransaction();
            for (int i = 0; i < customers; i++) {
                StageTransitionEvent instead = transition("right-" + i, "m-" + i, "AWARENESS", "CONSIDERATION", 30);
                instead.setSupersedes(List.of("wrong-" + i));
                send(producer, i, instead);
            }
            producer.commitTransaction();
            producer.beginTransaction();
            send(producer, 0, transition("aborted", "m-0", "CONSIDERATION", "PURCHASE", 90));
            producer.abortTransaction();
        }
        Path log = directory.resolve("log.csv");

        try (KafkaProducer<byte[], byte[]> busy = producer("busy")) {
            busy.initTransactions();
            busy.beginTransaction();
            send(busy, 1, transition("open", "m-1", "CONSIDERATION", "PURCHASE", 90));
            busy.flush();
            // when
            Run run = export(log);
            // then
            busy.abortTransaction();
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out())
                    .contains(
                            "records        120\n",
                            "superseded     40 transitions\n",
                            "cases          40, of which 0 began before the log\n",
                            "events         80\n");
        }
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            expected.add("m-" + i + " AWARENESS 2026-03-01T10:00:00.000+00:00");
            expected.add("m-" + i + " CONSIDERATION 2026-03-01T10:00:30.000+00:00");
        }
        assertThat(Files.readAllLines(log).stream()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .map(cells -> cells[0] + " " + cells[1] + " " + cells[2]))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aRecordThatIsNoTransitionEndsItAndLeavesNothing() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = cluster().producer(Map.of())) {
            producer.send(new ProducerRecord<>(Topics.STAGE_TRANSITIONS, 2, new byte[] {1}, new byte[] {1, 2, 3}))
                    .get();
        }
        Path log = directory.resolve("log.csv");

        Run run = export(log);

        assertThat(run.code()).isEqualTo(ExitCode.SCHEMAS.code());
        assertThat(run.errorLines()).hasSize(1);
        assertThat(run.err()).contains("journey.stage-transitions-2 offset 0: NO_WIRE_FORMAT", "nothing was written");
        assertThat(log).doesNotExist();
    }

    @Test
    void withoutTheTopicItSaysSo() throws Exception {
        cluster().deleteTopics();
        await().atMost(Duration.ofSeconds(20)).until(() -> !cluster().topics().contains(Topics.STAGE_TRANSITIONS));

        Run run = export(directory.resolve("log.csv"));

        cluster().createTopics(PARTITIONS);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.TOPICS.code());
        assertThat(run.err()).contains("journey.stage-transitions");
    }

    private Run export(Path log) throws Exception {
        Path config = Files.writeString(directory.resolve("journey.yaml"), """
                kafka: {bootstrapServers: '%s'}
                registry: {url: '%s'}
                """.formatted(
                        cluster().bootstrapServers(), cluster().registryUrl()));
        return Run.journey("export-log", "--config", config.toString(), "--format", "csv", "--out", log.toString());
    }

    private static KafkaProducer<byte[], byte[]> producer(String transactions) {
        return cluster().producer(Map.of("transactional.id", transactions));
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, int customer, StageTransitionEvent event) {
        AvroSerializer<StageTransitionEvent> serializer =
                new AvroSerializer<>(StageTransitionEvent.class, cluster().registry(), SchemaSource.LOOK_UP);
        byte[] value = Objects.requireNonNull(serializer.serialize(Topics.STAGE_TRANSITIONS, event));
        var unused = producer.send(
                new ProducerRecord<>(Topics.STAGE_TRANSITIONS, customer % PARTITIONS, new byte[] {1}, value));
    }

    private static StageTransitionEvent transition(
            String id, String mission, @Nullable String from, String to, long afterSeconds) {
        return StageTransitionEvent.newBuilder()
                .setProfile("c:1")
                .setTenant("shop")
                .setPolicyVersion("p")
                .setTransitionId(id)
                .setRevision(1)
                .setState(TransitionState.STATED)
                .setEmittedAt(BEGINNING)
                .setLayer(StageLayer.MISSION)
                .setFrom(from)
                .setTo(to)
                .setDirection(StageDirection.FORWARD)
                .setOccurredAt(BEGINNING.plusSeconds(afterSeconds))
                .setRule("rule")
                .setVisit(1)
                .setMissionId(mission)
                .setConformant(true)
                .setGoalReached(false)
                .setBuyerJourney(false)
                .build();
    }

    private static Cluster cluster() {
        return Objects.requireNonNull(shared);
    }
}
