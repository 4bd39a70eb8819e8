package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import io.journeystreams.cli.Journey;
import io.journeystreams.config.InvalidConfigException;
import io.journeystreams.config.JourneyConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Fault S4: a mark in every option that holds a secret, given in every way, is shown nowhere. */
@Timeout(60)
class S4SecretsTest {

    private static final String MARK = "canary-0123456789abcdef";

    /** Options that hold a secret, and what stands around it. */
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry(
                    "kafka.properties.sasl.jaas.config", "org.example.Login required username=\"u\" password=\"%s\";"),
            Map.entry("kafka.properties.main.consumer.sasl.jaas.config", "org.example.Login required password='%s';"),
            Map.entry("kafka.properties.producer.sasl.jaas.config", "org.example.Login required password=%s user=u;"),
            Map.entry("kafka.properties.admin.sasl.jaas.config", "org.example.OAuth required clientSecret=\"%s\";"),
            Map.entry("kafka.properties.ssl.key.password", "%s"),
            Map.entry("kafka.properties.ssl.keystore.password", "%s"),
            Map.entry("kafka.properties.ssl.truststore.password", "%s"),
            Map.entry(
                    "kafka.properties.ssl.keystore.key", "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----"),
            Map.entry("kafka.properties.sasl.oauthbearer.client.credentials.client.secret", "%s"),
            Map.entry("registry.properties.basic.auth.user.info", "reader:%s"),
            Map.entry("registry.properties.bearer.auth.token", "%s"),
            Map.entry("registry.properties.schema.registry.ssl.key.password", "%s"),
            Map.entry("registry.properties.schema.registry.ssl.keystore.password", "%s"),
            Map.entry("registry.properties.schema.registry.ssl.truststore.password", "%s"),
            Map.entry("registry.url", "http://reader:%s@registry:8081"),
            Map.entry("http.token", "%s"));

    private enum Way {
        FLAG,
        FILE,
        VARIABLE,
        REFERENCE_TO_FILE,
        REFERENCE_TO_VARIABLE
    }

    private Path directory = Path.of(".");

    @BeforeEach
    void use(@TempDir Path given) {
        directory = given;
    }

    static Stream<Arguments> secrets() {
        return OPTIONS.entrySet().stream().flatMap(option -> Stream.of(Way.values())
                .map(way -> Arguments.of(option.getKey(), option.getValue(), way)));
    }

    @ParameterizedTest(name = "{0} by {2}")
    @MethodSource("secrets")
    void aSecretIsKnownByItsOptionAndByItsValue(String option, String around, Way way) throws IOException {
        // when
        JourneyConfig config = load(option, around.formatted(MARK), way, Map.of());

        // then
        assertThat(config.kafka().toString() + config.registry() + config.http())
                .as("it reaches its client")
                .contains(MARK);
        assertThat(config.effective().toString()).doesNotContain(MARK);
        assertThat(config.secrets().mask("refused: " + MARK + ", says the client"))
                .isEqualTo("refused: ********, says the client");
        assertThat(config.secrets().mask("{\"text\":\"" + around.formatted(MARK).replace("\n", "\\n") + "\"}"))
                .doesNotContain(MARK);
    }

    @ParameterizedTest(name = "{0} by {2}")
    @MethodSource("secrets")
    void whatIsWrongBesidesIsSaidWithoutIt(String option, String around, Way way) {
        // when
        InvalidConfigException wrong = catchThrowableOfType(
                InvalidConfigException.class,
                () -> load(option, around.formatted(MARK), way, Map.of("sessions.gap", "soon", "tennant", "x")));

        // then
        assertThat(wrong).hasMessageContaining("sessions.gap").hasMessageNotContaining(MARK);
    }

    /** A secret that is refused is not repeated either, nor one that stands where no secret belongs. */
    @ParameterizedTest
    @MethodSource("misplaced")
    void aSecretThatIsRefusedIsNotRepeated(String option, String text) throws IOException {
        // given
        Path secret = Files.writeString(directory.resolve("secret"), text);

        // when
        InvalidConfigException wrong = catchThrowableOfType(
                InvalidConfigException.class, () -> JourneyConfig.of(Map.of(option, "${file:" + secret + "}")));

        // then
        assertThat(wrong).hasMessageContaining(option).hasMessageNotContaining("canary");
    }

    static Stream<Arguments> misplaced() {
        return Stream.of(
                Arguments.of("http.token", "canary with spaces in it"),
                Arguments.of("http.port", MARK),
                Arguments.of("sessions.gap", MARK),
                Arguments.of("registry.url", MARK));
    }

    /** Whatever a library writes into the log, and however the log is configured. */
    @Test
    void noLogLineShowsIt() throws IOException {
        // given
        Path config = Files.writeString(directory.resolve("journey.yaml"), """
                kafka: {bootstrapServers: '127.0.0.1:1', properties: {ssl.key.password: '%s'}}
                registry: {url: 'http://127.0.0.1:1'}
                streams: {stateDirectory: /var/lib/journey}
                """.formatted(MARK));
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setPattern("%msg %kvp%n%ex");
        for (Encoder<ILoggingEvent> encoder : List.of(text, new JsonEncoder())) {
            Logger logger = (Logger) LoggerFactory.getLogger("somebody.else");
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            OutputStreamAppender<ILoggingEvent> appender = appender(logger, encoder, log);

            // when
            StringWriter out = new StringWriter();
            int code = Journey.execute(
                    new PrintWriter(out), new PrintWriter(out), "check-config", "--config", config.toString());
            logger.atDebug()
                    .addKeyValue("password", MARK)
                    .setCause(new IllegalStateException("wrong: " + MARK, new IOException(MARK)))
                    .log("tried " + MARK);
            logger.detachAppender(appender);

            // then
            assertThat(code).as(out.toString()).isZero();
            assertThat(out.toString())
                    .containsPattern("kafka\\.properties\\.ssl\\.key\\.password +\\*{8} ")
                    .doesNotContain(MARK);
            assertThat(log.toString(StandardCharsets.UTF_8))
                    .contains("tried ********", "wrong: ********")
                    .doesNotContain(MARK);
        }
    }

    private static OutputStreamAppender<ILoggingEvent> appender(
            Logger logger, Encoder<ILoggingEvent> encoder, ByteArrayOutputStream log) {
        encoder.setContext(logger.getLoggerContext());
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(logger.getLoggerContext());
        appender.setEncoder(encoder);
        appender.setOutputStream(log);
        appender.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(appender);
        return appender;
    }

    private JourneyConfig load(String option, String value, Way way, Map<String, String> more) throws IOException {
        Map<String, String> flags = new HashMap<>(more);
        Map<String, String> environment = new HashMap<>();
        String yaml = "tenant: shop\n";
        switch (way) {
            case FLAG -> flags.put(option, value);
            case FILE -> yaml = yaml + yaml(option, value);
            case VARIABLE ->
                environment.put("JOURNEY_" + option.toUpperCase(Locale.ROOT).replace('.', '_'), value);
            case REFERENCE_TO_FILE ->
                flags.put(option, "${file:" + Files.writeString(directory.resolve("secret"), value + "\n") + "}");
            case REFERENCE_TO_VARIABLE -> {
                environment.put("A_SECRET", value);
                flags.put(option, "${env:A_SECRET}");
            }
        }
        return JourneyConfig.load(Files.writeString(directory.resolve("journey.yaml"), yaml), environment, flags);
    }

    private static String yaml(String option, String value) {
        String[] parts = option.split("\\.", option.contains(".properties.") ? 3 : 2);
        String text = "\"" + value.replace("\"", "\\\"").replace("\n", "\\n") + "\"\n";
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            yaml.append("  ".repeat(i)).append(parts[i]).append(i == parts.length - 1 ? ": " : ":\n");
        }
        return yaml.append(text).toString();
    }
}
