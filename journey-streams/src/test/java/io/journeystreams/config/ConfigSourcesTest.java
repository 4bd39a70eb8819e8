package io.journeystreams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigSourcesTest {

    private Path file = Path.of("journey.yaml");
    private Path directory = Path.of(".");

    @BeforeEach
    void useDirectory(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("journey.yaml");
    }

    @Test
    void aFlagBeatsTheEnvironmentBeatsTheFileBeatsTheDefault() throws IOException {
        // given
        write("abandonment: {cart: {delay: 2h, maxAge: 2h}, checkout: {delay: 2h}}\n");
        Map<String, String> environment =
                Map.of("JOURNEY_ABANDONMENT_CART_DELAY", "3h", "JOURNEY_ABANDONMENT_CART_MAX_AGE", "3h");

        // when
        JourneyConfig config = JourneyConfig.load(file, environment, Map.of("abandonment.cart.delay", "4h"));

        // then
        assertThat(config.effective())
                .contains(
                        new EffectiveSetting("abandonment.cart.delay", "4h", "flag"),
                        new EffectiveSetting("abandonment.cart.maxAge", "3h", "environment"),
                        new EffectiveSetting("abandonment.checkout.delay", "2h", "file"),
                        new EffectiveSetting("abandonment.paymentFailed.delay", "15m", "default"));
    }

    @Test
    void theEnvironmentReachesClientPropertiesAndLeavesOtherNamesAlone() throws IOException {
        // given
        write("");

        // when
        JourneyConfig config = JourneyConfig.load(
                file,
                Map.of("JOURNEY_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SSL", "JOURNEY_SERVICE_HOST", "10.0.0.1"),
                Map.of());

        // then
        assertThat(config.kafka().properties()).isEqualTo(Map.of("security.protocol", "SSL"));
    }

    @Test
    void everyProblemOfAFileIsReportedWithItsLine() throws IOException {
        // given
        write("""
                tenant: shop
                abandonment:
                  cart:
                    dealy: 60m
                    maxAge: later
                churn:
                  horizont: 12w
                """);

        // when
        InvalidConfigException failure = load();

        // then
        assertThat(failure.problems())
                .containsExactly(
                        new ConfigProblem(
                                file + ":4",
                                "abandonment.cart.dealy is not a setting; did you mean abandonment.cart.delay?"),
                        new ConfigProblem(file + ":7", "churn.horizont is not a setting; did you mean churn.horizon?"),
                        new ConfigProblem(
                                file + ":5",
                                "abandonment.cart.maxAge is \"later\"; expected a duration such as 500ms, 30s, 60m, 24h, 7d or 12w, positive"));
    }

    @Test
    void whatIsNotASettingIsRefusedWithItsLine() throws IOException {
        assertThat(problemOf("tenant: shop\ntenant: other\n")).isEqualTo(file + ":2: tenant is set twice");
        assertThat(problemOf("clock:\n  grace: [1m, 2m]\n"))
                .isEqualTo(file + ":2: clock.grace is a list; expected one value");
        assertThat(problemOf("clock:\n  grace:\n"))
                .isEqualTo(file + ":2: clock.grace has no value; give it one or remove the line");
        assertThat(problemOf("- tenant\n")).isEqualTo(file + ":1: expected settings of the form name: value");
        assertThat(problemOf("clock: {grace: 1m\ntenant: \"x\n"))
                .endsWith("is not valid YAML: check indentation, colons and quotes");
        assertThat(problemOf("tenant: a\n---\ntenant: b\n")).endsWith("only one document may stand in the file");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(load()).hasMessage(file + ": no such file");
    }

    @Test
    void secretsComeFromFilesAndTheEnvironmentAndAreNeverShown() throws IOException {
        // given
        Path password = Files.writeString(directory.resolve("password"), "hidden-file\n");
        write("""
                kafka:
                  bootstrapServers: b:9092
                  properties:
                    sasl.jaas.config: org.example.Login required username="u" password="hidden-jaas";
                    ssl.keystore.password: ${file:%s}
                    client.id: ${env:CLIENT}
                registry:
                  url: https://reader:hidden-url@registry:8081
                  properties:
                    basic.auth.user.info: reader:hidden-info
                """.formatted(password));

        // when
        JourneyConfig config = JourneyConfig.load(file, Map.of("CLIENT", "hidden-env"), Map.of());

        // then
        assertThat(config.kafka().properties())
                .containsEntry("ssl.keystore.password", "hidden-file")
                .containsEntry("client.id", "hidden-env");
        assertThat(config.effective().toString()).doesNotContain("hidden");
        assertThat(
                        config.secrets()
                                .mask(
                                        "login hidden-jaas at https://reader:hidden-url@registry with hidden-info or hidden-file"))
                .doesNotContain("hidden");
    }

    @Test
    void aReferenceThatLeadsNowhereIsNamed() throws IOException {
        // given
        write("tenant: ${env:NOT_SET}\nhttp:\n  host: ${file:/does/not/exist}\n");

        // when
        InvalidConfigException failure = load();

        // then
        assertThat(failure.problems())
                .containsExactly(
                        new ConfigProblem(
                                file + ":3", "http.host refers to the file /does/not/exist, which cannot be read"),
                        new ConfigProblem(
                                file + ":1", "tenant refers to the environment variable NOT_SET, which is not set"));
    }

    @Test
    void aWrongSecretIsNotRepeated() throws IOException {
        // given
        write("streams:\n  threads: ${env:THREADS}\n");

        // when
        InvalidConfigException failure = catchThrowableOfType(
                InvalidConfigException.class, () -> JourneyConfig.load(file, Map.of("THREADS", "hidden"), Map.of()));

        // then
        assertThat(failure.problems())
                .isEqualTo(List.of(new ConfigProblem(
                        file + ":2", "streams.threads is \"********\"; expected a whole number, 1 to 256")));
    }

    @Test
    void durationsAreReadInEveryUnit() {
        assertThat(DurationText.parse("500ms")).isEqualTo(Duration.ofMillis(500));
        assertThat(DurationText.parse("30s")).isEqualTo(Duration.ofSeconds(30));
        assertThat(DurationText.parse("60m")).isEqualTo(Duration.ofMinutes(60));
        assertThat(DurationText.parse("24h")).isEqualTo(Duration.ofHours(24));
        assertThat(DurationText.parse("7d")).isEqualTo(Duration.ofDays(7));
        assertThat(DurationText.parse("12w")).isEqualTo(Duration.ofDays(84));
        assertThat(DurationText.parse("2592000000ms")).isEqualTo(Duration.ofDays(30));
        assertThatIllegalArgumentException().isThrownBy(() -> DurationText.parse("2592000000s"));
        assertThat(DurationText.format(Duration.ofMillis(90_500))).isEqualTo("90500ms");
        assertThat(DurationText.format(Duration.ofMinutes(90))).isEqualTo("90m");
        assertThat(DurationText.format(Duration.ofDays(14))).isEqualTo("2w");
        assertThat(DurationText.format(Duration.ZERO)).isEqualTo("0s");
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    private String problemOf(String text) throws IOException {
        write(text);
        return load().problems().get(0).toString();
    }

    private InvalidConfigException load() {
        return catchThrowableOfType(InvalidConfigException.class, () -> JourneyConfig.load(file, Map.of(), Map.of()));
    }
}
