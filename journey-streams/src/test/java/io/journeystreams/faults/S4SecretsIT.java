package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.cli.ExitCode;
import io.journeystreams.cli.Journey;
import io.journeystreams.rig.ProcessorProcess;
import io.journeystreams.rig.SecureCluster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Fault S4, the whole processor: secrets by value, by file and by variable, every library at DEBUG, and they are in nothing that
 * it prints or serves, whether it runs or fails to start.
 */
@Timeout(180)
public class S4SecretsIT {

    private static final String MARK = "canary";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PAGES =
            List.of("/live", "/ready", "/metrics", "/status", "/profiles/c:1/decisions");

    private final Path directory =
            Path.of("target", "s4", UUID.randomUUID().toString()).toAbsolutePath();
    private final Path config = directory.resolve("journey.yaml");
    private final Path log = directory.resolve("out");

    @Test
    void noSecretIsPrintedOrServed() throws Exception {
        try (SecureCluster cluster = SecureCluster.start(directory)) {
            configure(cluster);
            assertThat(journey("topics", "create", "--partitions", "1")).contains("created");
            Map<String, String> environment = Map.of(
                    "JDK_JAVA_OPTIONS",
                    "-Dlogback.configurationFile=" + everythingAtDebug(),
                    "JOURNEY_HTTP_TOKEN",
                    "canary-token-of-http",
                    "REGISTRY_PASSWORD",
                    "canary-password-of-registry");
            try (ProcessorProcess process = ProcessorProcess.start(config, log, environment)) {
                await().atMost(PATIENCE).untilAsserted(() -> {
                    process.assertRunning();
                    assertThat(process.page("/ready")).isEqualTo("ready\n");
                });
                for (String page : PAGES) {
                    assertThat(process.page(page)).as(page).isNotEmpty().doesNotContain(MARK);
                }
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                                process.page("/profiles/c:1/decisions", "Bearer canary-token-of-http"))
                        .contains("UNKNOWN_PROFILE")
                        .doesNotContain(MARK));
                process.stop();
            }
            // a start that fails, in the middle of what the libraries tell about it
            try (ProcessorProcess refused = ProcessorProcess.start(
                    config, log, environment, "kafka.properties.ssl.truststore.password=canary-for-no-truststore")) {
                assertThat(refused.awaitExit(PATIENCE)).isEqualTo(ExitCode.BROKER.code());
            }
            assertThat(Files.readString(log))
                    .contains("DEBUG", "stopped", "********")
                    .doesNotContain(MARK);
        }
    }

    private void configure(SecureCluster cluster) throws Exception {
        Path password = Files.writeString(directory.resolve("password"), SecureCluster.SUPER_PASSWORD);
        Files.writeString(config, """
                kafka:
                  bootstrapServers: '%s'
                  properties:
                    security.protocol: SASL_SSL
                    sasl.mechanism: SCRAM-SHA-256
                    sasl.jaas.config: 'org.apache.kafka.common.security.scram.ScramLoginModule required
                      username="admin" password="${file:%s}";'
                    ssl.truststore.type: PEM
                    ssl.truststore.location: '%s'
                    ssl.key.password: canary-password-of-key
                registry:
                  url: '%s'
                  properties:
                    basic.auth.credentials.source: USER_INFO
                    basic.auth.user.info: 'reader:${env:REGISTRY_PASSWORD}'
                streams: {stateDirectory: '%s', threads: 1}
                http: {port: 0}
                """.formatted(
                        cluster.bootstrapServers(),
                        password,
                        cluster.certificate(),
                        cluster.registryUrl(),
                        directory.resolve("state")));
    }

    /** Each of the libraries' packages by its name, since the processor sets the levels of what is above them. */
    private Path everythingAtDebug() throws Exception {
        StringBuilder loggers = new StringBuilder();
        for (String name : List.of(
                "org.apache.kafka.clients",
                "org.apache.kafka.common",
                "org.apache.kafka.streams",
                "io.confluent.kafka.schemaregistry",
                "org.eclipse.jetty.http",
                "org.eclipse.jetty.io",
                "org.eclipse.jetty.server")) {
            loggers.append("<logger name='").append(name).append("' level='DEBUG'/>\n");
        }
        return Files.writeString(directory.resolve("debug.xml"), """
                <configuration>
                  <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%%level %%logger: %%msg %%kvp%%n%%ex</pattern></encoder>
                  </appender>
                  %s
                  <root level="DEBUG"><appender-ref ref="out"/></root>
                </configuration>
                """.formatted(loggers));
    }

    private String journey(String... arguments) {
        StringWriter out = new StringWriter();
        String[] line = Stream.concat(
                        Stream.of(arguments),
                        Stream.of(
                                "--config",
                                config.toString(),
                                "--set",
                                "registry.properties.basic.auth.user.info=reader:unused"))
                .toArray(String[]::new);
        Journey.execute(new PrintWriter(out, true), new PrintWriter(out, true), line);
        return out.toString();
    }
}
