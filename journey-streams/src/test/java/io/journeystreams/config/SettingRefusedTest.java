package io.journeystreams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A setting that cannot be meant is refused with what to do. */
class SettingRefusedTest {

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
                        "abandonment.consent",
                        "maybe",
                        "--set: abandonment.consent is \"maybe\"; expected opt-in or existing-customer or none"),
                refusal(
                        "abandonment.controlGroup",
                        "0.1",
                        "--set: abandonment.controlGroup is \"0.1\"; expected a percentage such as 10%, 0% to 100%"),
                refusal(
                        "abandonment.quietHours.from",
                        "9pm",
                        "--set: abandonment.quietHours.from is \"9pm\"; expected a time of day such as 21:00"),
                refusal(
                        "abandonment.quietHours.from",
                        "08:00",
                        "--set: abandonment: quietHours must not begin when they end: 08:00"),
                refusal(
                        "timeZone",
                        "Berlin",
                        "--set: timeZone is \"Berlin\"; expected a time zone such as Europe/Berlin"),
                refusal(
                        "abandonment.cart.steps",
                        "72h, 24h",
                        "--set: abandonment: steps must be positive and ascend: [PT72H, PT24H]"),
                refusal(
                        "abandonment.cart.steps",
                        "31d",
                        "--set: abandonment: steps must be shorter than recoveryWindow, PT720H: [PT744H]"),
                refusal(
                        "abandonment.cart.steps",
                        "soon",
                        "--set: abandonment.cart.steps is \"soon\"; expected durations separated by commas, such as 24h, 72h,"
                                + " at most 5"),
                refusal(
                        "stages.model",
                        "seven-stage",
                        "--set: stages.model is \"seven-stage\"; expected three-phase, five-stage, six-stage or a file that can be read"),
                refusal(
                        "moments.tiers",
                        "GOLD",
                        "--set: moments.tiers is \"GOLD\"; expected tiers such as SILVER=3 orders, GOLD=500.00 spend"),
                refusal(
                        "churn.parameters",
                        "missing.yaml",
                        "--set: churn.parameters is \"missing.yaml\"; expected a file that can be read, or several separated by commas"),
                refusal("churn.horizon", "12w", "--set: churn: horizon needs parameters"),
                refusal(
                        "churn.horizon",
                        "36h",
                        "--set: churn.horizon is \"36h\"; expected a duration such as 500ms, 30s, 60m, 24h, 7d or 12w, whole days"),
                refusal(
                        "churn.enter",
                        "50%",
                        "--set: churn.enter is \"50%\"; expected a number such as 0.5, above 0 and below 1"),
                refusal(
                        "churn.escalate",
                        "1",
                        "--set: churn.escalate is \"1\"; expected a number such as 0.5, above 0 and below 1"),
                refusal(
                        "churn.leave",
                        "0.5",
                        "--set: churn: levels must ascend between 0 and 1: leave 0.5, enter 0.5, escalate 0.75"),
                refusal(
                        "churn.refireAfter",
                        "91d",
                        "--set: churn.refireAfter is \"91d\"; expected a duration such as 500ms, 30s, 60m, 24h, 7d or 12w, at most 90d"),
                refusal(
                        "churn",
                        "on",
                        "--set: churn is a section; settings in it: parameters, cohortBy, horizon, signals, enter, leave,"
                                + " escalate, hold, refireAfter, maxAge, sample"));
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

    private static Arguments refusal(String key, String text, String message) {
        return Arguments.of(key, text, message);
    }
}
