package io.journeystreams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journeystreams.domain.abandonment.AbandonmentPolicy;
import io.journeystreams.domain.abandonment.ActionPolicy;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.KindPolicy;
import io.journeystreams.domain.abandonment.QuietHours;
import io.journeystreams.domain.engine.CoursePolicy;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.session.SessionPolicy;
import io.journeystreams.domain.time.ClockPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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
                .isEqualTo(new KindPolicy(
                        Duration.ofMinutes(60), new BigDecimal("0.00"), Duration.ofHours(24), List.of()));
        assertThat(policy.abandonment().kinds().get(Kind.CHECKOUT))
                .isEqualTo(new KindPolicy(
                        Duration.ofMinutes(30), new BigDecimal("0.00"), Duration.ofHours(24), List.of()));
        assertThat(policy.abandonment().kinds().get(Kind.PAYMENT_FAILED))
                .isEqualTo(new KindPolicy(
                        Duration.ofMinutes(15), new BigDecimal("0.00"), Duration.ofHours(24), List.of()));
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
                        timeZone=UTC
                        inputs.clickstream.format=avro
                        inputs.clickstream.mapping=-
                        inputs.clickstream.rekey=false
                        inputs.crm.format=avro
                        inputs.crm.mapping=-
                        inputs.crm.rekey=false
                        clock.grace=2m
                        clock.idleAfter=10s
                        clock.futureTolerance=5m
                        clock.lateness=3d
                        identity.sharedDeviceLimit=5
                        sessions.gap=30m
                        sessions.maxLength=24h
                        sessions.correctionWindow=72h
                        sessions.splitOnCampaign=false
                        abandonment.form.delay=30m
                        abandonment.form.minValue=0.00
                        abandonment.form.maxAge=24h
                        abandonment.form.steps=-
                        abandonment.search.delay=60m
                        abandonment.search.minValue=0.00
                        abandonment.search.maxAge=6h
                        abandonment.search.steps=-
                        abandonment.browse.delay=60m
                        abandonment.browse.minValue=0.00
                        abandonment.browse.maxAge=6h
                        abandonment.browse.steps=-
                        abandonment.browse.views=2
                        abandonment.browse.time=10s
                        abandonment.cart.delay=60m
                        abandonment.cart.minValue=0.00
                        abandonment.cart.maxAge=24h
                        abandonment.cart.steps=-
                        abandonment.checkout.delay=30m
                        abandonment.checkout.minValue=0.00
                        abandonment.checkout.maxAge=24h
                        abandonment.checkout.steps=-
                        abandonment.paymentPending.delay=7d
                        abandonment.paymentPending.minValue=0.00
                        abandonment.paymentPending.maxAge=24h
                        abandonment.paymentPending.steps=-
                        abandonment.paymentPending.cardDelay=30m
                        abandonment.paymentPending.walletDelay=60m
                        abandonment.paymentFailed.delay=15m
                        abandonment.paymentFailed.minValue=0.00
                        abandonment.paymentFailed.maxAge=24h
                        abandonment.paymentFailed.steps=-
                        abandonment.basis=customer
                        abandonment.frequencyCap=24h
                        abandonment.coolDown=24h
                        abandonment.maxAlerts=3
                        abandonment.quietAfterHigher=48h
                        abandonment.recoveryWindow=30d
                        abandonment.recoveryLink=-
                        abandonment.consent=none
                        abandonment.quietHours.from=-
                        abandonment.quietHours.to=08:00
                        abandonment.reachableWithin=7d
                        abandonment.controlGroup=0%
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
                        churn.parameters=-
                        churn.cohortBy=-
                        churn.horizon=-
                        churn.signals=-
                        churn.enter=0.5
                        churn.leave=0.3
                        churn.escalate=0.75
                        churn.hold=24h
                        churn.refireAfter=30d
                        churn.maxAge=7d
                        churn.sample=1%
                        kafka.bootstrapServers=-
                        registry.url=-
                        streams.applicationId=journey
                        streams.stateDirectory=-
                        streams.threads=2
                        streams.instanceId=-
                        streams.standbyReplicas=0
                        streams.profileHeapPercent=25
                        streams.rocksDbMb=128
                        http.host=127.0.0.1
                        http.port=7070
                        http.token=-
                        canary.every=-""");
    }

    @Test
    void quietHoursEndWhenTheyAreToldTo() {
        JourneyConfig config =
                JourneyConfig.of(Map.of("abandonment.quietHours.from", "22:00", "abandonment.quietHours.to", "07:15"));

        assertThat(action(config).quietHours()).contains(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 15)));
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

    private static String versionWith(String key, String text) {
        return JourneyConfig.of(Map.of(key, text)).policy().version();
    }

    private static AbandonmentPolicy abandonment(JourneyConfig config) {
        return config.policy().abandonment();
    }

    private static ActionPolicy action(JourneyConfig config) {
        return abandonment(config).action();
    }
}
