package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.cli.ExitCode;
import io.journeystreams.cli.Journey;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.ProcessorProcess;
import io.journeystreams.topology.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fault R9: what is wrong with the topics is said at the start, and noticed while the processor runs. One broker for all. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class R9TopicsIT {

    private static final Duration TAKES_EFFECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CHANGELOG = "restored-profiles-changelog";

    private final Path directory =
            Path.of("target", "r9", UUID.randomUUID().toString()).toAbsolutePath();
    private final Path config = directory.resolve("journey.yaml");
    private final Cluster cluster = Cluster.start(directory.resolve("broker"));
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()));

    /** One call of the command line. */
    private record Run(int code, String out, String err) {}

    @BeforeAll
    void prepare() throws Exception {
        Files.writeString(
                config, """
                kafka: {bootstrapServers: '%s'}
                registry: {url: '%s'}
                streams: {stateDirectory: '%s', threads: 1}
                http: {port: 0}
                """.formatted(cluster.bootstrapServers(), cluster.registryUrl(), directory.resolve("state")));
        cluster.createTopics(2);
    }

    @AfterAll
    void stop() {
        admin.close(Duration.ofSeconds(1));
        cluster.close();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        Topics.CLICKSTREAM, "cleanup.policy", "compact", "compaction drops events of the same key"),
                Arguments.of(Topics.CRM, "cleanup.policy", "compact,delete", "compaction drops events"),
                Arguments.of(Topics.JOURNAL, "cleanup.policy", "compact", "compaction drops events"),
                Arguments.of(Topics.ABANDONMENT_ACTIONS, "cleanup.policy", "compact", "compaction drops events"),
                Arguments.of(Topics.PROFILES, "cleanup.policy", "delete", "would be deleted for its age"),
                Arguments.of(Topics.CLICKSTREAM, "retention.ms", "3600000", "expected at least 86400000 (1d)"),
                Arguments.of(Topics.JOURNAL, "retention.ms", "86400000", "expected at least 259200000 (3d)"),
                Arguments.of(Topics.JOURNAL, "max.message.bytes", "1000", "a larger record would stop the processor"),
                Arguments.of(Topics.DEAD_LETTERS, "max.message.bytes", "1000", "a larger record would stop"));
    }

    @ParameterizedTest(name = "{0} {1}={2}")
    @MethodSource("refused")
    void aTopicThatLosesRecordsIsRefused(String topic, String setting, String value, String why) throws Exception {
        // given
        String before = set(topic, setting, value);

        // when
        awaitCheck(ExitCode.TOPICS);
        Run run = journey("run");

        // then
        assertThat(run.code()).isEqualTo(ExitCode.TOPICS.code());
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("journey: " + topic + ": " + setting + " is " + value + ", expected ")
                .contains(why, "change it with kafka-configs.sh --alter");
        set(topic, setting, before);
        awaitCheck(ExitCode.OK);
    }

    static Stream<Arguments> noted() {
        return Stream.of(
                Arguments.of(Topics.PROFILES, "max.compaction.lag.ms", "9223372036854775807"),
                Arguments.of(Topics.PROFILES, "segment.ms", "604800000"),
                Arguments.of(Topics.JOURNAL, "message.timestamp.type", "CreateTime"));
    }

    @ParameterizedTest(name = "{0} {1}={2}")
    @MethodSource("noted")
    void whatDoesNoHarmAtOnceIsNoted(String topic, String setting, String value) throws Exception {
        // given
        String before = set(topic, setting, value);

        // then
        await().pollDelay(Duration.ZERO).atMost(TAKES_EFFECT).untilAsserted(() -> assertThat(journey("topics", "check"))
                .returns(ExitCode.OK.code(), Run::code)
                .satisfies(run -> assertThat(run.out())
                        .contains("note: " + topic + ": " + setting + " is " + value + ", expected ")));
        set(topic, setting, before);
    }

    @Test
    void stateOfAnotherNumberOfPartitionsIsRefused() throws Exception {
        // given
        admin.createTopics(List.of(new NewTopic(CHANGELOG, Optional.of(3), Optional.empty())
                        .configs(Map.of("cleanup.policy", "compact"))))
                .all()
                .get();

        // when
        Run run = journey("run", "--set", "streams.applicationId=restored");

        // then
        assertThat(run.code()).isEqualTo(ExitCode.TOPICS.code());
        assertThat(run.err())
                .startsWith(
                        "journey: " + CHANGELOG + ": has 3 partitions where the journal has 2, because state is kept");
    }

    @Test
    void aMissingTopicIsNamedAndOneDeletedWhileItRunsShowsInLive() throws Exception {
        // given: inputs of different sizes are fine
        admin.createPartitions(Map.of(Topics.CLICKSTREAM, NewPartitions.increaseTo(3)))
                .all()
                .get();
        Path log = directory.resolve("out");
        try (ProcessorProcess process = ProcessorProcess.start(config, log)) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                process.assertRunning();
                assertThat(process.page("/ready")).isEqualTo("ready\n");
            });

            // when
            admin.deleteTopics(List.of(Topics.SESSIONS)).all().get();

            // then
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(process.page("/live")).isEqualTo("topics are gone: " + Topics.SESSIONS + "\n");
                assertThat(process.page("/ready")).isEqualTo("topics are gone: " + Topics.SESSIONS + "\n");
            });
        }

        // when
        Run restart = journey("run");

        // then
        assertThat(restart.code()).isEqualTo(ExitCode.TOPICS.code());
        assertThat(restart.err().lines())
                .containsExactly("journey: journey.sessions: does not exist; create it with: journey topics create");
        assertThat(journey("topics", "create").code()).isZero();
        awaitCheck(ExitCode.OK);
    }

    private void awaitCheck(ExitCode expected) {
        await().pollDelay(Duration.ZERO).atMost(TAKES_EFFECT).untilAsserted(() -> assertThat(journey("topics", "check"))
                .returns(expected.code(), Run::code));
    }

    /** Returns what it was before. */
    private String set(String topic, String name, String value) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        String before = admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .values()
                .iterator()
                .next()
                .get(name)
                .value();
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
        return before;
    }

    private Run journey(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] line = Stream.concat(Stream.of(arguments), Stream.of("--config", config.toString()))
                .toArray(String[]::new);
        int code = Journey.execute(new PrintWriter(out, true), new PrintWriter(err, true), line);
        return new Run(code, out.toString(), err.toString());
    }
}
