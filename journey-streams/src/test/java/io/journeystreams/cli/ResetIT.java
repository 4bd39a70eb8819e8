package io.journeystreams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.config.JourneyConfig;
import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.rig.Alerts;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.runtime.StateMemory;
import io.journeystreams.runtime.StreamsSettings;
import io.journeystreams.topology.Topics;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code reset} on a real broker: what is made again is the same, and nobody gets a second alert. */
@Timeout(180)
class ResetIT {

    private static final int CUSTOMERS = 8;
    private static final String GROUP = "reset";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory =
            Path.of("target", "reset-it", UUID.randomUUID().toString()).toAbsolutePath();
    private final Path state = directory.resolve("state");
    private final Cluster cluster = Cluster.start(directory.resolve("broker"));
    private final Alerts alerts = new Alerts(cluster);

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void whatIsRebuiltFromTheJournalIsTheSame() throws Exception {
        // given
        cluster.createTopics(2);
        try (RunningProcessor processor = start()) {
            assertThat(processor.isRunning()).isTrue();
            addToCarts("before");
            awaitActions(CUSTOMERS);
            // when
            Run running = reset("--rebuild", "--execute");
            // then
            assertThat(running.code()).isEqualTo(ExitCode.STATE_DIRECTORY.code());
            assertThat(running.err()).contains("is in use");
        }
        Set<String> facts = facts(alerts.facts());
        long committed = committed(Topics.CLICKSTREAM);

        // when
        Run dry = reset("--rebuild");
        Set<String> topicsAfterDryRun = cluster.topics();
        Run run = reset("--rebuild", "--execute");

        // then
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("nothing was changed", "changelog        reset-profiles-changelog: deleted");
        assertThat(topicsAfterDryRun).contains("reset-profiles-changelog");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().toList())
                .startsWith(
                        dry.out().lines().limit(dry.out().lines().count() - 1).toArray(String[]::new));
        assertThat(cluster.topics()).noneMatch(topic -> topic.endsWith("-changelog"));
        assertThat(state.resolve(GROUP)).doesNotExist();
        assertThat(committed(Topics.JOURNAL)).isZero();
        assertThat(committed(Topics.CLICKSTREAM)).isEqualTo(committed);

        // when
        try (RunningProcessor processor = start()) {
            assertThat(processor.isRunning()).isTrue();
            await().atMost(PATIENCE).until(() -> alerts.facts().size() >= 2 * CUSTOMERS);
            // then
            assertThat(facts(alerts.facts()))
                    .as("the same facts with the same ids and revisions, and no others")
                    .isEqualTo(facts);
            addToCarts("after");
            await().atMost(PATIENCE).until(() -> facts(alerts.actions()).size() == 2 * CUSTOMERS);
        }
    }

    @Test
    void whatIsTakenInAgainIsKnownAlready() throws Exception {
        // given
        cluster.createTopics(1);
        Set<String> actions;
        try (RunningProcessor processor = start()) {
            assertThat(processor.isRunning()).isTrue();
            addToCarts("before");
            awaitActions(CUSTOMERS);
            actions = facts(alerts.actions());
        }
        long ends = committed(Topics.CLICKSTREAM);

        // when
        Run run =
                reset("--to-datetime", Instant.now().minus(Duration.ofHours(1)).toString(), "--execute");

        // then
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(committed(Topics.CLICKSTREAM)).isZero();
        try (RunningProcessor processor = start()) {
            assertThat(processor.isRunning()).isTrue();
            await().atMost(PATIENCE).until(() -> committed(Topics.CLICKSTREAM) >= ends);
            await().during(Duration.ofSeconds(3)).atMost(PATIENCE).untilAsserted(() -> assertThat(alerts.actions())
                    .hasSize(actions.size()));
        }
        assertThat(facts(alerts.actions())).isEqualTo(actions);
    }

    @Test
    void everythingTakenInAgainHasTheSameIds() throws Exception {
        // given
        cluster.createTopics(1);
        try (RunningProcessor processor = start()) {
            assertThat(processor.isRunning()).isTrue();
            addToCarts("before");
            awaitActions(CUSTOMERS);
        }
        Set<String> actions = facts(alerts.actions());

        // when
        Run run = reset("--rebuild", "--journal", "--to-earliest", "--execute");

        // then
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("journey.journal-0: emptied up to ");
        try (RunningProcessor processor = start()) {
            assertThat(processor.isRunning()).isTrue();
            await().atMost(PATIENCE).until(() -> alerts.facts().size() >= 2 * CUSTOMERS);
        }
        assertThat(facts(alerts.facts())).isEqualTo(actions);
    }

    @Test
    void whatWouldLoseSomethingIsRefusedUnlessItIsForced() throws Exception {
        // given
        cluster.createTopics(1);
        try (RunningProcessor processor = start()) {
            assertThat(processor.isRunning()).isTrue();
            addToCarts("read");
            awaitActions(CUSTOMERS);
        }
        addToCarts("unread");
        long committed = committed(Topics.CLICKSTREAM);

        // when
        Run skipping = reset("--to-latest", "--execute");
        Run partly =
                reset("--rebuild", "--journal", "--to-datetime", Instant.now().toString(), "--execute");

        // then
        assertThat(skipping.code()).isEqualTo(ExitCode.RESET.code());
        assertThat(skipping.err()).contains("would never be read");
        assertThat(partly.code()).isEqualTo(ExitCode.RESET.code());
        assertThat(partly.err()).contains("the journal would be emptied");
        assertThat(committed(Topics.CLICKSTREAM)).isEqualTo(committed);
        assertThat(cluster.topics()).contains("reset-profiles-changelog");
        assertThat(reset("--to-latest", "--force", "--execute").code()).isZero();
        assertThat(committed(Topics.CLICKSTREAM)).isGreaterThan(committed);
        assertThat(reset("--local", "--rebuild").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(reset("--journal", "--rebuild").code()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void whatWasNeverReadIsNotSkippedEither() throws Exception {
        // given
        cluster.createTopics(1);
        addToCarts("before");

        // when
        Run run = reset("--to-latest", "--execute");
        Run fromTheBeginning = reset("--to-earliest");

        // then
        assertThat(run.code()).isEqualTo(ExitCode.RESET.code());
        assertThat(run.err()).contains("would never be read");
        assertThat(fromTheBeginning.code()).as(fromTheBeginning.err()).isZero();
    }

    @Test
    void aGroupWithMembersIsLeftAlone() throws Exception {
        // given
        cluster.createTopics(1);
        try (RunningProcessor processor = start()) {
            assertThat(processor.isRunning()).isTrue();
            addToCarts("before");
            awaitActions(CUSTOMERS);

            // when
            Run run =
                    Run.journey("reset", "--rebuild", "--execute", "--config", config(directory.resolve("elsewhere")));

            // then
            assertThat(run.code()).isEqualTo(ExitCode.RESET.code());
            assertThat(run.err()).contains("has members");
            assertThat(cluster.topics()).contains("reset-profiles-changelog");
        }
    }

    private void awaitActions(int count) {
        await().atMost(PATIENCE).until(() -> alerts.actions().size() >= count);
    }

    private static Set<String> facts(List<AbandonmentEvent> alerts) {
        return alerts.stream()
                .map(alert -> alert.getAlertId() + " " + alert.getRevision() + " " + alert.getState() + " "
                        + alert.getActionable())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private long committed(String topic) {
        return cluster.committedBy(GROUP, new TopicPartition(topic, 0));
    }

    private Run reset(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("reset", "--config", config(state)));
        all.addAll(List.of(arguments));
        return Run.journey(all.toArray(String[]::new));
    }

    private String config(Path stateDirectory) throws Exception {
        return Files.writeString(
                        directory.resolve("journey.yaml"),
                        "kafka: {bootstrapServers: '%s'}\nregistry: {url: '%s'}\nstreams: {applicationId: %s, stateDirectory: '%s'}\n"
                                .formatted(cluster.bootstrapServers(), cluster.registryUrl(), GROUP, stateDirectory))
                .toString();
    }

    private RunningProcessor start() {
        JourneyConfig config = JourneyConfig.of(Map.of(
                "kafka.bootstrapServers",
                cluster.bootstrapServers(),
                "registry.url",
                cluster.registryUrl(),
                "clock.grace",
                "1s",
                "clock.idleAfter",
                "1s",
                "abandonment.cart.delay",
                "2s",
                "http.port",
                "0"));
        StreamsSettings streams = new StreamsSettings(
                GROUP,
                cluster.bootstrapServers(),
                state,
                1,
                Optional.empty(),
                0,
                StateMemory.defaults(),
                StreamsSettings.STORE_COMPACTION,
                config.kafka().properties());
        RunningProcessor processor = RunningProcessor.start(config, streams);
        await().atMost(PATIENCE).until(processor::isRunning);
        return processor;
    }

    private void addToCarts(String name) throws Exception {
        InputEncoder inputs = new InputEncoder(cluster.registry());
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of())) {
            for (int customer = 1; customer <= CUSTOMERS; customer++) {
                byte[] key = ("d" + customer).getBytes(StandardCharsets.UTF_8);
                byte[] value = inputs.encode(added(name, customer));
                producer.send(new ProducerRecord<>(Topics.CLICKSTREAM, 0, key, value))
                        .get();
            }
        }
    }

    private static ClickstreamEvent added(String name, int customer) {
        return ClickstreamEvent.newBuilder()
                .setEventId(name + "-" + customer)
                .setType("product_added")
                .setOccurredAt(Instant.now())
                .setCustomerId(name + customer)
                .setDevice("web")
                .setLines(List.of(Line.newBuilder()
                        .setProductId("p1")
                        .setQuantity(1)
                        .setUnitPrice(new BigDecimal("10.0000"))
                        .setCurrency("EUR")
                        .build()))
                .build();
    }
}
