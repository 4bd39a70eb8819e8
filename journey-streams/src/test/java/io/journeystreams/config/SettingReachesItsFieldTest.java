package io.journeystreams.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.abandonment.AbandonmentPolicy;
import io.journeystreams.domain.abandonment.AbandonmentPolicy.Basis;
import io.journeystreams.domain.abandonment.ActionPolicy;
import io.journeystreams.domain.abandonment.ConsentRule;
import io.journeystreams.domain.abandonment.ControlGroup;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.KindPolicy;
import io.journeystreams.domain.abandonment.PaymentMethod;
import io.journeystreams.domain.abandonment.QuietHours;
import io.journeystreams.domain.churn.ChurnModel;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.CohortBy;
import io.journeystreams.domain.churn.CohortModels;
import io.journeystreams.domain.churn.SignalKind;
import io.journeystreams.domain.churn.SignalWeights;
import io.journeystreams.domain.churn.SignalWeights.Weight;
import io.journeystreams.domain.moment.Tier;
import io.journeystreams.domain.service.ContactChannel;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting is read into the one field that it is for. */
class SettingReachesItsFieldTest {

    private static final String CHURN_PARAMETERS = "src/test/resources/io/journeystreams/config/churn-parameters.yaml";

    /** Settings that mean something only with others. */
    private static final Map<String, Map<String, String>> NEEDED = Map.of(
            "churn.horizon",
            Map.of("churn.parameters", CHURN_PARAMETERS),
            "churn.cohortBy",
            Map.of("churn.parameters", CHURN_PARAMETERS + ", " + CHURN_PARAMETERS.replace(".yaml", "-store.yaml")));

    static Stream<Arguments> mappings() {
        return Stream.of(
                mapping("tenant", "acme", config -> config.policy().tenant(), "acme"),
                mapping("timeZone", "Europe/Berlin", config -> action(config).zone(), ZoneId.of("Europe/Berlin")),
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
                        "inputs.clickstream.rekey",
                        "true",
                        config -> config.inputs().clickstream().rekey(),
                        true),
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
                mapping(
                        "inputs.crm.rekey",
                        "true",
                        config -> config.inputs().crm().rekey(),
                        true),
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
                        "abandonment.form.delay",
                        "71m",
                        config -> kind(config, Kind.FORM).delay(),
                        Duration.ofMinutes(71)),
                mapping(
                        "abandonment.form.minValue",
                        "11",
                        config -> kind(config, Kind.FORM).minValue(),
                        new BigDecimal("11")),
                mapping(
                        "abandonment.form.maxAge",
                        "11h",
                        config -> kind(config, Kind.FORM).maxAge(),
                        Duration.ofHours(11)),
                mapping(
                        "abandonment.form.steps",
                        "11h, 2d",
                        config -> kind(config, Kind.FORM).steps(),
                        List.of(Duration.ofHours(11), Duration.ofDays(2))),
                mapping(
                        "abandonment.search.delay",
                        "72m",
                        config -> kind(config, Kind.SEARCH).delay(),
                        Duration.ofMinutes(72)),
                mapping(
                        "abandonment.search.minValue",
                        "12",
                        config -> kind(config, Kind.SEARCH).minValue(),
                        new BigDecimal("12")),
                mapping(
                        "abandonment.search.maxAge",
                        "12h",
                        config -> kind(config, Kind.SEARCH).maxAge(),
                        Duration.ofHours(12)),
                mapping(
                        "abandonment.search.steps",
                        "12h, 2d",
                        config -> kind(config, Kind.SEARCH).steps(),
                        List.of(Duration.ofHours(12), Duration.ofDays(2))),
                mapping(
                        "abandonment.browse.delay",
                        "73m",
                        config -> kind(config, Kind.BROWSE).delay(),
                        Duration.ofMinutes(73)),
                mapping(
                        "abandonment.browse.minValue",
                        "13",
                        config -> kind(config, Kind.BROWSE).minValue(),
                        new BigDecimal("13")),
                mapping(
                        "abandonment.browse.maxAge",
                        "13h",
                        config -> kind(config, Kind.BROWSE).maxAge(),
                        Duration.ofHours(13)),
                mapping(
                        "abandonment.browse.steps",
                        "13h, 2d",
                        config -> kind(config, Kind.BROWSE).steps(),
                        List.of(Duration.ofHours(13), Duration.ofDays(2))),
                mapping(
                        "abandonment.browse.views",
                        "3",
                        config -> abandonment(config).interest().views(),
                        3),
                mapping(
                        "abandonment.browse.time",
                        "12s",
                        config -> abandonment(config).interest().time(),
                        Duration.ofSeconds(12)),
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
                        "abandonment.cart.steps",
                        "24h",
                        config -> kind(config, Kind.CART).steps(),
                        List.of(Duration.ofHours(24))),
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
                        "abandonment.checkout.steps",
                        "25h",
                        config -> kind(config, Kind.CHECKOUT).steps(),
                        List.of(Duration.ofHours(25))),
                mapping(
                        "abandonment.paymentPending.delay",
                        "74m",
                        config -> kind(config, Kind.PAYMENT_PENDING).delay(),
                        Duration.ofMinutes(74)),
                mapping(
                        "abandonment.paymentPending.minValue",
                        "14",
                        config -> kind(config, Kind.PAYMENT_PENDING).minValue(),
                        new BigDecimal("14")),
                mapping(
                        "abandonment.paymentPending.maxAge",
                        "14h",
                        config -> kind(config, Kind.PAYMENT_PENDING).maxAge(),
                        Duration.ofHours(14)),
                mapping(
                        "abandonment.paymentPending.steps",
                        "14h, 2d",
                        config -> kind(config, Kind.PAYMENT_PENDING).steps(),
                        List.of(Duration.ofHours(14), Duration.ofDays(2))),
                mapping(
                        "abandonment.paymentPending.cardDelay",
                        "31m",
                        config -> abandonment(config).pendingDelays().get(PaymentMethod.CARD),
                        Duration.ofMinutes(31)),
                mapping(
                        "abandonment.paymentPending.walletDelay",
                        "61m",
                        config -> abandonment(config).pendingDelays().get(PaymentMethod.WALLET),
                        Duration.ofMinutes(61)),
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
                        "abandonment.paymentFailed.steps",
                        "26h",
                        config -> kind(config, Kind.PAYMENT_FAILED).steps(),
                        List.of(Duration.ofHours(26))),
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
                        "abandonment.consent",
                        "existing-customer",
                        config -> action(config).consent(),
                        ConsentRule.EXISTING_CUSTOMER),
                mapping(
                        "abandonment.quietHours.from",
                        "21:30",
                        config -> action(config).quietHours(),
                        Optional.of(new QuietHours(LocalTime.of(21, 30), LocalTime.of(8, 0)))),
                mapping(
                        "abandonment.quietHours.to",
                        "09:00",
                        config -> action(config).quietHours(),
                        Optional.empty()),
                mapping(
                        "abandonment.reachableWithin",
                        "5d",
                        config -> action(config).reachableWithin(),
                        Duration.ofDays(5)),
                mapping(
                        "abandonment.controlGroup",
                        "12.5%",
                        config -> action(config).controlGroup(),
                        new ControlGroup(new BigDecimal("12.5"))),
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
                        "churn.parameters",
                        CHURN_PARAMETERS,
                        config -> churn(config)
                                .models()
                                .map(CohortModels::everybody)
                                .map(ChurnModel::version),
                        Optional.of("dfd44dbe71aa")),
                mapping(
                        "churn.cohortBy",
                        "channel",
                        config -> churn(config).models().flatMap(CohortModels::by),
                        Optional.of(new CohortBy("channel"))),
                mapping(
                        "churn.horizon",
                        "13w",
                        config -> churn(config)
                                .models()
                                .map(CohortModels::everybody)
                                .map(ChurnModel::horizon),
                        Optional.of(Duration.ofDays(91))),
                mapping(
                        "churn.signals",
                        "src/test/resources/io/journeystreams/config/churn-signals.yaml",
                        config -> churn(config).signals().map(SignalWeights::signals),
                        Optional.of(Map.of(SignalKind.DOWNGRADE, new Weight(1.2, Duration.ofDays(30))))),
                mapping("churn.enter", "0.4", config -> churn(config).enter(), 0.4),
                mapping("churn.leave", "0.2", config -> churn(config).leave(), 0.2),
                mapping("churn.escalate", "0.9", config -> churn(config).escalate(), 0.9),
                mapping("churn.hold", "12h", config -> churn(config).hold(), Duration.ofHours(12)),
                mapping("churn.refireAfter", "20d", config -> churn(config).refireAfter(), Duration.ofDays(20)),
                mapping("churn.maxAge", "3d", config -> churn(config).maxAge(), Duration.ofDays(3)),
                mapping("churn.sample", "12.5%", config -> churn(config).sample(), 0.125),
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
                mapping(
                        "streams.profileHeapPercent",
                        "30",
                        config -> config.streams().profileHeapPercent(),
                        30),
                mapping("streams.rocksDbMb", "512", config -> config.streams().rocksDbMb(), 512),
                mapping("http.host", "0.0.0.0", config -> config.http().host(), "0.0.0.0"),
                mapping("http.port", "0", config -> config.http().port(), 0),
                mapping(
                        "http.token",
                        "0123456789abcdef",
                        config -> config.http().token().orElse(""),
                        "0123456789abcdef"),
                mapping("canary.every", "30s", JourneyConfig::canaryEvery, Optional.of(Duration.ofSeconds(30))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mappings")
    void everyKeyReachesItsField(String key, String text, Function<JourneyConfig, Object> field, Object expected) {
        // given
        Map<String, String> settings = new HashMap<>(NEEDED.getOrDefault(key, Map.of()));
        settings.put(key, text);

        // when
        Object actual = field.apply(JourneyConfig.of(settings));

        // then
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void noSettingIsLeftOut() {
        assertThat(mappings().map(arguments -> arguments.get()[0]))
                .containsExactlyElementsOf(JourneyConfigKeys.ALL.stream()
                        .map(key -> (Object) key.name())
                        .toList());
    }

    private static AbandonmentPolicy abandonment(JourneyConfig config) {
        return config.policy().abandonment();
    }

    private static ChurnPolicy churn(JourneyConfig config) {
        return config.policy().course().churn();
    }

    private static ActionPolicy action(JourneyConfig config) {
        return abandonment(config).action();
    }

    private static KindPolicy kind(JourneyConfig config, Kind kind) {
        return abandonment(config).of(kind);
    }

    private static Duration promise(JourneyConfig config, ContactChannel channel) {
        return Objects.requireNonNull(
                config.policy().course().service().promises().get(channel));
    }

    private static Arguments mapping(String key, String text, Function<JourneyConfig, Object> field, Object expected) {
        return Arguments.of(key, text, field, expected);
    }
}
