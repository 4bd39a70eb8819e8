package io.journeystreams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class JourneyTest {

    /** Nobody listens there: port 1 belongs to a service that no machine runs. */
    private static final String NOBODY = "127.0.0.1:1";

    private Path file = Path.of("journey.yaml");

    @BeforeEach
    void writeConfiguration(@TempDir Path directory) throws IOException {
        file = Files.writeString(directory.resolve("journey.yaml"), """
                kafka: {bootstrapServers: "%s"}
                registry: {url: "http://%s"}
                streams: {stateDirectory: /var/lib/journey-streams}
                """.formatted(NOBODY, NOBODY));
    }

    @Test
    void helpListsEveryExitCodeWithItsMeaning() {
        // when
        Run run = Run.journey("--help");

        // then
        assertThat(run.code()).isZero();
        for (ExitCode exit : ExitCode.values()) {
            assertThat(run.out().replaceAll("\\s+", " ")).contains(exit.code() + " " + exit.meaning());
        }
    }

    @Test
    void exitCodesAreWhatScriptsRelyOn() {
        assertThat(Stream.of(ExitCode.values()).map(exit -> exit + "=" + exit.code()))
                .containsExactly(
                        "OK=0",
                        "UNEXPECTED=1",
                        "USAGE=2",
                        "CONFIGURATION=3",
                        "BROKER=4",
                        "REGISTRY=5",
                        "TOPICS=6",
                        "SCHEMAS=7",
                        "STATE_DIRECTORY=8",
                        "STREAM_THREAD=9",
                        "HTTP=10",
                        "FILES=11",
                        "PROCESSOR=12",
                        "PROFILE=13",
                        "UNFITTABLE=14",
                        "NOT_YET=15",
                        "REDRIVE=16",
                        "RESET=17");
    }

    static Stream<Arguments> wrongUse() {
        return Stream.of(
                Arguments.of(new String[] {}, "journey: say which command; see journey --help"),
                Arguments.of(
                        new String[] {"topics"},
                        "journey: say create, check, describe or acls; see journey topics --help"),
                Arguments.of(new String[] {"schemas"}, "journey: say register or check; see journey schemas --help"),
                Arguments.of(
                        new String[] {"check-config", "--nope"},
                        "journey: Unknown option: '--nope'; see journey check-config --help"),
                Arguments.of(
                        new String[] {"topics", "create", "--partitions", "many"},
                        "journey: Invalid value for option '--partitions': 'many' is not an int; see journey topics create --help"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrongUse")
    void wrongUseIsSaidInOneLine(String[] arguments, String message) {
        // when
        Run run = Run.journey(arguments);

        // then
        assertThat(run).isEqualTo(new Run(ExitCode.USAGE.code(), "", message + System.lineSeparator()));
    }

    @Test
    void aGoodConfigurationIsShownAsItCounts() {
        // when
        Run run = Run.journey("check-config", file.toString(), "--set", "abandonment.cart.delay=45m");

        // then
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("abandonment\\.cart\\.delay +45m +\\(flag\\)")
                .containsPattern("kafka\\.bootstrapServers +127\\.0\\.0\\.1:1 +\\(file\\)")
                .containsPattern("sessions\\.gap +30m +\\(default\\)")
                .containsPattern("the configuration is fine; policy version [0-9a-f]{12}");
    }

    @Test
    void secretsAreNotShown() {
        // when
        Run run = Run.journey(
                "check-config", file.toString(), "--set", "kafka.properties.ssl.key.password=hidden-secret");

        // then
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("kafka.properties.ssl.key.password").doesNotContain("hidden");
    }

    @Test
    void everyProblemOfTheConfigurationHasALine() {
        // when
        Run run = Run.journey("check-config", file.toString(), "--set", "tennant=x", "--set", "sessions.gap=soon");

        // then
        assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(run.errorLines())
                .containsExactly(
                        "journey: --set: tennant is not a setting; did you mean tenant?",
                        "journey: --set: sessions.gap is \"soon\"; expected a duration such as 500ms, 30s, 60m, 24h, 7d or 12w, positive");
    }

    @Test
    void aMissingConfigurationIsNamed() {
        // when
        Run run = Run.journey("topics", "check", "--config", "/does/not/exist.yaml");

        // then
        assertThat(run)
                .isEqualTo(new Run(
                        ExitCode.CONFIGURATION.code(),
                        "",
                        "journey: /does/not/exist.yaml: no such file" + System.lineSeparator()));
    }

    @Test
    void aStateDirectoryThatIsEmptiedOnRestartIsRefused() {
        // when
        Run run = Run.journey("check-config", file.toString(), "--set", "streams.stateDirectory=/tmp/state");

        // then
        assertThat(run.code()).isEqualTo(ExitCode.STATE_DIRECTORY.code());
        assertThat(run.errorLines()).singleElement().asString().contains("/tmp/state", "emptied", "/var/lib");
    }

    @Test
    void anUnreachableBrokerIsSaidWithinBounds() {
        // when
        Run run = Run.journey("topics", "check", "--config", file.toString());

        // then
        assertThat(run)
                .isEqualTo(new Run(
                        ExitCode.BROKER.code(),
                        "",
                        "journey: 127.0.0.1:1: no broker answered within 10 s; check kafka.bootstrapServers and kafka.properties"
                                + System.lineSeparator()));
    }

    @Test
    void aBrokerAddressThatIsNoneIsABrokerProblem() {
        // when
        Run run = Run.journey(
                "topics", "check", "--config", file.toString(), "--set", "kafka.bootstrapServers=nowhere.invalid:9092");

        // then
        assertThat(run.code()).isEqualTo(ExitCode.BROKER.code());
        assertThat(run.errorLines()).singleElement().asString().contains("nowhere.invalid:9092");
    }

    @Test
    void anUnreachableRegistryIsSaidWithinBounds() {
        // when
        Run run = Run.journey("schemas", "check", "--config", file.toString());

        // then
        assertThat(run.code()).isEqualTo(ExitCode.REGISTRY.code());
        assertThat(run.errorLines()).singleElement().asString().contains("registry", "check registry.url");
    }

    @Test
    void onlyVerboseShowsWhereAFailureComesFrom() {
        // when
        Run run = Run.journey("schemas", "check", "--config", file.toString(), "--verbose");

        // then
        assertThat(run.err()).contains("at io.journeystreams.cli.");
    }

    @Test
    void rightsAreListedAsCommandsWithoutABroker() {
        // when
        Run run = Run.journey(
                "topics",
                "acls",
                "--principal",
                "User:CN=o'shop",
                "--config",
                file.toString(),
                "--set",
                "streams.applicationId=j2");

        // then
        String add = "kafka-acls.sh --bootstrap-server \"$BROKERS\" --command-config \"$ADMIN_PROPERTIES\" --add"
                + " --allow-principal 'User:CN=o'\\''shop' --operation ";
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .hasSize(47)
                .contains(
                        add + "Read --topic 'clickstream.events'",
                        add + "DescribeConfigs --topic 'journey.profiles'",
                        add + "Create --topic 'j2-deadlines-changelog'",
                        add + "Read --group 'j2'",
                        add + "Write --transactional-id 'j2-' --resource-pattern-type prefixed");
    }

    @Test
    void aPrincipalWithoutTypeIsRefused() {
        // when
        Run run = Run.journey("topics", "acls", "--principal", "journey", "--config", file.toString());

        // then
        assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).startsWith("journey: --principal is \"journey\"; say its type too, such as User:journey");
    }

    @Test
    void topicsAreDescribedWithoutABroker() {
        // when
        Run run = Run.journey("topics", "describe");

        // then
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("journey.abandonment-actions (output)", "only what may be acted on");
    }

    @Test
    void topicsAreWrittenForStrimzi() {
        // when
        Run run = Run.journey("topics", "describe", "--format", "strimzi", "--strimzi-cluster", "events");

        // then
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("""
                ---
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaTopic
                metadata:
                  name: journey.profiles
                  labels:
                    strimzi.io/cluster: events
                spec:
                  partitions: 6
                  config:
                    cleanup.policy: compact
                    max.compaction.lag.ms: 86400000
                    max.message.bytes: 1048588
                    message.timestamp.type: LogAppendTime
                    segment.ms: 21600000
                """);
    }

    @Test
    void rightsAreWrittenForStrimzi() {
        // when
        Run run = strimziUser("User:journey");

        // then
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("kind: KafkaUser", "name: journey\n", "type: scram-sha-512")
                .contains("""
                          name: journey-deadlines-changelog
                          patternType: literal
                        operations:
                        - Read
                        - Write
                        - Create
                        - DescribeConfigs
                        """.indent(6), """
                          type: transactionalId
                          name: journey-
                          patternType: prefix
                        operations:
                        - Write
                        """.indent(6));
    }

    @Test
    void aUserWithACertificateIsWrittenForStrimzi() {
        assertThat(strimziUser("User:CN=journey").out()).contains("name: journey\n", "type: tls");
    }

    @Test
    void aPrincipalThatStrimziGivesToNobodyIsRefused() {
        // when
        Run run = strimziUser("User:CN=journey,O=shop");

        // then
        assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err())
                .startsWith("journey: --principal is \"User:CN=journey,O=shop\", and Strimzi has no such user");
    }

    private Run strimziUser(String principal) {
        return Run.journey(
                "topics", "acls", "--principal", principal, "--format", "strimzi", "--config", file.toString());
    }
}
