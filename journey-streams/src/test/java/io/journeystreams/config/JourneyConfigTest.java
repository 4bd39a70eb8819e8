package io.journeystreams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journeystreams.domain.abandonment.AbandonmentPolicy;
import io.journeystreams.domain.abandonment.AbandonmentPolicy.Basis;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.KindPolicy;
import io.journeystreams.domain.engine.CoursePolicy;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.moment.Tier;
import io.journeystreams.domain.service.ContactChannel;
import io.journeystreams.domain.session.SessionPolicy;
import io.journeystreams.domain.time.ClockPolicy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JourneyConfigTest {

    @Test
    void defaultsAreThoseOfTheRules() {
        // when
        EnginePolicy policy = JourneyConfig.of(Map.of()).policy();

        // then
        assertThat(policy.tenant()).isEqualTo("shop");
        assertThat(policy.clock()).isEqualTo(ClockPolicy.defaults());
        assertThat(policy.session()).isEqualTo(SessionPolicy.defaults());
        assertThat(policy.course()).isEqualTo(CoursePolicy.defaults());
        assertThat(policy.abandonment().kinds().get(Kind.CART))
                .isEqualTo(new KindPolicy(Duration.ofMinutes(60), new BigDecimal("0.00"), Duration.ofHours(24)));
        assertThat(policy.abandonment().kinds().get(Kind.CHECKOUT))
                .isEqualTo(new KindPolicy(Duration.ofMinutes(30), new BigDecimal("0.00"), Duration.ofHours(24)));
        assertThat(policy.abandonment().kinds().get(Kind.PAYMENT_FAILED))
                .isEqualTo(new KindPolicy(Duration.ofMinutes(15), new BigDecimal("0.00"), Duration.ofHours(24)));
        assertThat(policy.abandonment())
                .usingRecursiveComparison()
                .ignoringFields("kinds")
                .isEqualTo(AbandonmentPolicy.defaults());
    }

    @Test
    void everyDefaultIsPinned() {
        // when
        String defaults = JourneyConfigKeys.ALL.stream()
                .map(key -> key.name() + "=" + key.defaultText().orElse("-"))
                .collect(Collectors.joining("\n"));

        // then
        assertThat(defaults).isEqualTo("""
                        tenant=shop
                        inputs.clickstream.format=avro
                        inputs.clickstream.mapping=-
                        inputs.crm.format=avro
                        inputs.crm.mapping=-
                        clock.grace=2m
                        clock.idleAfter=10s
                        clock.futureTolerance=5m
                        clock.lateness=3d
                        identity.sharedDeviceLimit=5
                        sessions.gap=30m
                        sessions.maxLength=24h
                        sessions.correctionWindow=72h
                        sessions.splitOnCampaign=false
                        abandonment.cart.delay=60m
                        abandonment.cart.minValue=0.00
                        abandonment.cart.maxAge=24h
                        abandonment.checkout.delay=30m
                        abandonment.checkout.minValue=0.00
                        abandonment.checkout.maxAge=24h
                        abandonment.paymentFailed.delay=15m
                        abandonment.paymentFailed.minValue=0.00
                        abandonment.paymentFailed.maxAge=24h
                        abandonment.basis=customer
                        abandonment.frequencyCap=24h
                        abandonment.coolDown=24h
                        abandonment.maxAlerts=3
                        abandonment.quietAfterHigher=48h
                        abandonment.recoveryWindow=30d
                        abandonment.recoveryLink=-
                        stages.model=six-stage
                        stages.silence=30d
                        stages.backwardAfter=60s
                        stages.quietAfterGoal=30m
                        stages.frictionWindow=48h
                        service.chat.promise=2m
                        service.call.promise=5m
                        service.ticket.promise=24h
                        service.repeatWithin=7d
                        moments.reviewDelay=5d
                        moments.tiers=-
                        kafka.bootstrapServers=-
                        registry.url=-
                        streams.applicationId=journey
                        streams.stateDirectory=-
                        streams.threads=2
                        streams.instanceId=-
                        streams.standbyReplicas=0
                        http.host=127.0.0.1
                        http.port=7070""");
    }

    private static Duration promise(JourneyConfig config, ContactChannel channel) {
        return Objects.requireNonNull(
                config.policy().course().service().promises().get(channel));
    }

    static Stream<Arguments> mappings() {
        return Stream.of(
                mapping("tenant", "acme", config -> config.policy().tenant(), "acme"),
                mapping(
                        "inputs.clickstream.format",
                        "segment-json",
                        config -> config.inputs().clickstream().format(),
                        EventFormat.SEGMENT_JSON),
                mapping(
                        "inputs.clickstream.mapping",
                        "pom.xml",
                        config -> config.inputs().clickstream().mapping(),
                        Optional.of(Path.of("pom.xml"))),
                mapping(
                        "inputs.crm.format",
                        "snowplow-json",
                        config -> config.inputs().crm().format(),
                        EventFormat.SNOWPLOW_JSON),
                mapping(
                        "inputs.crm.mapping",
                        "pom.xml",
                        config -> config.inputs().crm().mapping(),
                        Optional.of(Path.of("pom.xml"))),
                mapping("clock.grace", "3m", config -> config.policy().clock().grace(), Duration.ofMinutes(3)),
                mapping(
                        "clock.idleAfter",
                        "500ms",
                        config -> config.policy().clock().idleAfter(),
                        Duration.ofMillis(500)),
                mapping(
                        "clock.futureTolerance",
                        "7m",
                        config -> config.policy().clock().futureTolerance(),
                        Duration.ofMinutes(7)),
                mapping(
                        "clock.lateness",
                        "4d",
                        config -> config.policy().clock().lateness(),
                        Duration.ofDays(4)),
                mapping(
                        "identity.sharedDeviceLimit",
                        "7",
                        config -> config.policy().identity().sharedDeviceLimit(),
                        7),
                mapping(
                        "sessions.gap",
                        "31m",
                        config -> config.policy().session().gap(),
                        Duration.ofMinutes(31)),
                mapping(
                        "sessions.maxLength",
                        "25h",
                        config -> config.policy().session().maxLength(),
                        Duration.ofHours(25)),
                mapping(
                        "sessions.correctionWindow",
                        "71h",
                        config -> config.policy().session().correctionWindow(),
                        Duration.ofHours(71)),
                mapping(
                        "sessions.splitOnCampaign",
                        "true",
                        config -> config.policy().session().splitOnCampaign(),
                        true),
                mapping(
                        "abandonment.cart.delay",
                        "61m",
                        config -> kind(config, Kind.CART).delay(),
                        Duration.ofMinutes(61)),
                mapping(
                        "abandonment.cart.minValue",
                        "25.50",
                        config -> kind(config, Kind.CART).minValue(),
                        new BigDecimal("25.50")),
                mapping(
                        "abandonment.cart.maxAge",
                        "23h",
                        config -> kind(config, Kind.CART).maxAge(),
                        Duration.ofHours(23)),
                mapping(
                        "abandonment.checkout.delay",
                        "32m",
                        config -> kind(config, Kind.CHECKOUT).delay(),
                        Duration.ofMinutes(32)),
                mapping(
                        "abandonment.checkout.minValue",
                        "1",
                        config -> kind(config, Kind.CHECKOUT).minValue(),
                        new BigDecimal("1")),
                mapping(
                        "abandonment.checkout.maxAge",
                        "22h",
                        config -> kind(config, Kind.CHECKOUT).maxAge(),
                        Duration.ofHours(22)),
                mapping(
                        "abandonment.paymentFailed.delay",
                        "16m",
                        config -> kind(config, Kind.PAYMENT_FAILED).delay(),
                        Duration.ofMinutes(16)),
                mapping(
                        "abandonment.paymentFailed.minValue",
                        "2",
                        config -> kind(config, Kind.PAYMENT_FAILED).minValue(),
                        new BigDecimal("2")),
                mapping(
                        "abandonment.paymentFailed.maxAge",
                        "21h",
                        config -> kind(config, Kind.PAYMENT_FAILED).maxAge(),
                        Duration.ofHours(21)),
                mapping(
                        "abandonment.basis",
                        "subject",
                        config -> abandonment(config).basis(),
                        Basis.SUBJECT),
                mapping(
                        "abandonment.frequencyCap",
                        "20h",
                        config -> abandonment(config).frequencyCap(),
                        Duration.ofHours(20)),
                mapping(
                        "abandonment.coolDown",
                        "19h",
                        config -> abandonment(config).coolDown(),
                        Duration.ofHours(19)),
                mapping(
                        "abandonment.maxAlerts",
                        "5",
                        config -> abandonment(config).maxAlerts(),
                        5),
                mapping(
                        "abandonment.quietAfterHigher",
                        "47h",
                        config -> abandonment(config).quietAfterHigher(),
                        Duration.ofHours(47)),
                mapping(
                        "abandonment.recoveryWindow",
                        "4w",
                        config -> abandonment(config).recoveryWindow(),
                        Duration.ofDays(28)),
                mapping(
                        "abandonment.recoveryLink",
                        "https://x/{alertId}",
                        config -> abandonment(config).recoveryLink(),
                        Optional.of("https://x/{alertId}")),
                mapping(
                        "stages.model",
                        "five-stage",
                        config -> config.policy().course().stages().model().name(),
                        "five-stage"),
                mapping(
                        "stages.silence",
                        "10d",
                        config -> config.policy().course().stages().silence(),
                        Duration.ofDays(10)),
                mapping(
                        "stages.backwardAfter",
                        "90s",
                        config -> config.policy().course().stages().backwardAfter(),
                        Duration.ofSeconds(90)),
                mapping(
                        "stages.quietAfterGoal",
                        "5m",
                        config -> config.policy().course().stages().quietAfterGoal(),
                        Duration.ofMinutes(5)),
                mapping(
                        "stages.frictionWindow",
                        "1d",
                        config -> config.policy().course().stages().frictionWindow(),
                        Duration.ofDays(1)),
                mapping(
                        "service.chat.promise",
                        "1m",
                        config -> promise(config, ContactChannel.CHAT),
                        Duration.ofMinutes(1)),
                mapping(
                        "service.call.promise",
                        "4m",
                        config -> promise(config, ContactChannel.CALL),
                        Duration.ofMinutes(4)),
                mapping(
                        "service.ticket.promise",
                        "8h",
                        config -> promise(config, ContactChannel.TICKET),
                        Duration.ofHours(8)),
                mapping(
                        "service.repeatWithin",
                        "3d",
                        config -> config.policy().course().service().repeatWithin(),
                        Duration.ofDays(3)),
                mapping(
                        "moments.reviewDelay",
                        "2d",
                        config -> config.policy().course().moments().reviewDelay(),
                        Duration.ofDays(2)),
                mapping(
                        "moments.tiers",
                        "SILVER=3 orders, GOLD=500.00 spend",
                        config -> config.policy().course().moments().tiers(),
                        List.of(
                                new Tier("SILVER", Tier.Measure.ORDERS, new BigDecimal("3")),
                                new Tier("GOLD", Tier.Measure.SPEND, new BigDecimal("500.00")))),
                mapping(
                        "kafka.bootstrapServers",
                        "b:9092",
                        config -> config.kafka().requireBootstrapServers(),
                        "b:9092"),
                mapping(
                        "registry.url",
                        "http://r:8081",
                        config -> config.registry().requireUrl(),
                        "http://r:8081"),
                mapping(
                        "streams.applicationId",
                        "shop-1",
                        config -> config.streams().applicationId(),
                        "shop-1"),
                mapping(
                        "streams.stateDirectory",
                        "/var/lib/journey",
                        config -> config.streams().requireStateDirectory(),
                        Path.of("/var/lib/journey")),
                mapping("streams.threads", "4", config -> config.streams().threads(), 4),
                mapping(
                        "streams.instanceId",
                        "pod-0",
                        config -> config.streams().instanceId(),
                        Optional.of("pod-0")),
                mapping(
                        "streams.standbyReplicas",
                        "1",
                        config -> config.streams().standbyReplicas(),
                        1),
                mapping("http.host", "0.0.0.0", config -> config.http().host(), "0.0.0.0"),
                mapping("http.port", "0", config -> config.http().port(), 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mappings")
    void everyKeyReachesItsField(String key, String text, Function<JourneyConfig, Object> field, Object expected) {
        assertThat(field.apply(JourneyConfig.of(Map.of(key, text)))).isEqualTo(expected);
    }

    @Test
    void theMappingTestsLeaveNoKeyOut() {
        assertThat(mappings().map(arguments -> arguments.get()[0]))
                .containsExactlyElementsOf(JourneyConfigKeys.ALL.stream()
                        .map(key -> (Object) key.name())
                        .toList());
    }

    @Test
    void theFingerprintChangesWithRulesAndWithNothingElse() {
        // given
        String version = JourneyConfig.of(Map.of()).policy().version();

        // then
        assertThat(version).matches("[0-9a-f]{12}");
        assertThat(versionWith("abandonment.cart.delay", "61m")).isNotEqualTo(version);
        assertThat(versionWith("abandonment.recoveryLink", "https://x/{alertId}"))
                .isNotEqualTo(version);
        assertThat(versionWith("inputs.crm.mapping", "pom.xml")).isNotEqualTo(version);
        assertThat(versionWith("inputs.crm.mapping", "../journey-streams/pom.xml"))
                .isEqualTo(versionWith("inputs.crm.mapping", "pom.xml"));
        assertThat(versionWith("abandonment.cart.delay", "1h")).isEqualTo(version);
        assertThat(versionWith("abandonment.cart.minValue", "0")).isEqualTo(version);
        assertThat(versionWith("streams.threads", "7")).isEqualTo(version);
    }

    @Test
    void clientPropertiesArePassedOnUnderTheirOwnNames() {
        // when
        JourneyConfig config = JourneyConfig.of(new TreeMap<>(Map.of(
                "kafka.bootstrapServers", "b:9092",
                "kafka.properties.security.protocol", "SSL",
                "registry.properties.basic.auth.user.info", "u:p")));

        // then
        assertThat(config.kafka().clientProperties())
                .isEqualTo(Map.of("bootstrap.servers", "b:9092", "security.protocol", "SSL"));
        assertThat(config.registry().properties()).isEqualTo(Map.of("basic.auth.user.info", "u:p"));
    }

    @Test
    void aSettingThatIsNeededAndMissingIsNamedWithTheWaysToSetIt() {
        // given
        JourneyConfig config = JourneyConfig.of(Map.of());

        // when
        InvalidConfigException failure = catchThrowableOfType(
                InvalidConfigException.class, () -> config.kafka().requireBootstrapServers());

        // then
        assertThat(failure)
                .hasMessageContainingAll("kafka.bootstrapServers", "JOURNEY_KAFKA_BOOTSTRAP_SERVERS", "--set");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "abandonment.cart.dealy",
                        "60m",
                        "--set: abandonment.cart.dealy is not a setting; did you mean abandonment.cart.delay?"),
                refusal("sesions.gap", "60m", "--set: sesions.gap is not a setting; did you mean sessions.gap?"),
                refusal("zzzzzzzzzz", "1", "--set: zzzzzzzzzz is not a setting; docs/configuration.md lists them all"),
                refusal(
                        "clock",
                        "1",
                        "--set: clock is a section; settings in it: grace, idleAfter, futureTolerance, lateness"),
                refusal(
                        "abandonment.cart.delay",
                        "soon",
                        "--set: abandonment.cart.delay is \"soon\"; expected a duration such as 500ms, 30s, 60m, 24h, 7d or 12w, positive"),
                refusal(
                        "abandonment.cart.delay",
                        "0m",
                        "--set: abandonment.cart.delay is \"0m\"; expected a duration such as 500ms, 30s, 60m, 24h, 7d or 12w, positive"),
                refusal(
                        "abandonment.cart.delay",
                        "60",
                        "--set: abandonment.cart.delay is \"60\"; expected a duration such as 500ms, 30s, 60m, 24h, 7d or 12w, positive"),
                refusal(
                        "abandonment.cart.minValue",
                        "-1",
                        "--set: abandonment.cart.minValue is \"-1\"; expected a number such as 25.00, 0 or more"),
                refusal(
                        "abandonment.maxAlerts",
                        "0",
                        "--set: abandonment.maxAlerts is \"0\"; expected a whole number, 1 to 100"),
                refusal(
                        "abandonment.basis",
                        "Customer",
                        "--set: abandonment.basis is \"Customer\"; expected customer or subject"),
                refusal(
                        "inputs.clickstream.format",
                        "segment",
                        "--set: inputs.clickstream.format is \"segment\"; expected avro or segment-json or ga4-json or snowplow-json"),
                refusal(
                        "inputs.crm.mapping",
                        "missing.yaml",
                        "--set: inputs.crm.mapping is \"missing.yaml\"; expected a file that can be read"),
                refusal(
                        "abandonment.recoveryLink",
                        "https://x",
                        "--set: abandonment.recoveryLink is \"https://x\"; expected some text, text that contains {alertId}"),
                refusal(
                        "sessions.splitOnCampaign",
                        "yes",
                        "--set: sessions.splitOnCampaign is \"yes\"; expected true or false"),
                refusal(
                        "sessions.maxLength",
                        "10m",
                        "--set: sessions: maxLength must not be shorter than gap: PT10M < PT30M"),
                refusal("clock.lateness", "1m", "--set: clock: lateness must be longer than grace: PT1M"),
                refusal(
                        "registry.url",
                        "localhost:8081",
                        "--set: registry.url is \"localhost:8081\"; expected some text, starting with http:// or https://"),
                refusal(
                        "kafka.properties.group.id",
                        "x",
                        "--set: kafka.properties.group.id is decided by the processor: set streams.applicationId"),
                refusal(
                        "abandonment.search.delay",
                        "60m",
                        "--set: abandonment.search.delay does not work yet in this version; remove it"),
                refusal(
                        "abandonment.consent",
                        "opt-in",
                        "--set: abandonment.consent does not work yet in this version; remove it"),
                refusal(
                        "abandonment.controlGroup",
                        "0.1",
                        "--set: abandonment.controlGroup does not work yet in this version; remove it"),
                refusal(
                        "stages.model",
                        "seven-stage",
                        "--set: stages.model is \"seven-stage\"; expected three-phase, five-stage, six-stage or a file that can be read"),
                refusal(
                        "moments.tiers",
                        "GOLD",
                        "--set: moments.tiers is \"GOLD\"; expected tiers such as SILVER=3 orders, GOLD=500.00 spend"),
                refusal("churn.horizon", "12w", "--set: churn.horizon does not work yet in this version; remove it"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("refusals")
    void aWrongSettingIsRefusedWithWhatToDo(String key, String text, String message) {
        // when
        InvalidConfigException failure =
                catchThrowableOfType(InvalidConfigException.class, () -> JourneyConfig.of(Map.of(key, text)));

        // then
        assertThat(failure).hasMessage(message);
    }

    @Test
    void aPlannedRuleMayBeSwitchedOffInWords() {
        // when
        JourneyConfig config =
                JourneyConfig.of(Map.of("abandonment.consent", "none", "abandonment.controlGroup", "0.0"));

        // then
        assertThat(config.policy()).isEqualTo(JourneyConfig.of(Map.of()).policy());
    }

    private static String versionWith(String key, String text) {
        return JourneyConfig.of(Map.of(key, text)).policy().version();
    }

    private static AbandonmentPolicy abandonment(JourneyConfig config) {
        return config.policy().abandonment();
    }

    private static KindPolicy kind(JourneyConfig config, Kind kind) {
        return abandonment(config).of(kind);
    }

    private static Arguments mapping(String key, String text, Function<JourneyConfig, Object> field, Object expected) {
        return Arguments.of(key, text, field, expected);
    }

    private static Arguments refusal(String key, String text, String message) {
        return Arguments.of(key, text, message);
    }
}
