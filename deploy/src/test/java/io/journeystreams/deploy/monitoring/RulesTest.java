package io.journeystreams.deploy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RulesTest {

    private static final String CASES = "journey.rules.test.yaml";

    @Test
    void prometheusTakesTheRulesAndTheExample() throws Exception {
        Promtool.accepts("check", "rules", AlertRules.FILE.toString());
        Promtool.accepts(
                "check", "config", AlertRules.FOLDER.resolve("prometheus.yaml").toString());
    }

    @Test
    void theRulesFireWhereTheyShouldAndNowhereElse() throws Exception {
        Promtool.accepts("test", "rules", AlertRules.FOLDER.resolve(CASES).toString());
    }

    @Test
    void everyAlertHasACaseThatFiresItAndOneThatDoesNot() throws IOException {
        assertThat(alertsOfCases(true)).containsExactlyInAnyOrderElementsOf(AlertRules.alertNames());
        assertThat(alertsOfCases(false)).containsExactlyInAnyOrderElementsOf(AlertRules.alertNames());
    }

    private static Set<String> alertsOfCases(boolean firing) throws IOException {
        return AlertRules.elements(AlertRules.read(CASES).path("tests"))
                .flatMap(test -> AlertRules.elements(test.path("alert_rule_test")))
                .filter(expected -> expected.path("exp_alerts").isEmpty() != firing)
                .map(expected -> expected.path("alertname").asText())
                .collect(Collectors.toSet());
    }

    @Test
    void theOperatorGetsTheSameGroups() throws IOException {
        JsonNode manifest = AlertRules.read("prometheusrule.yaml");
        assertThat(manifest.path("kind").asText()).isEqualTo("PrometheusRule");
        assertThat(manifest.path("spec").path("groups"))
                .isEqualTo(AlertRules.read("journey.rules.yaml").path("groups"));
    }

    @Test
    void everyAlertSaysHowBadItIsWhatIsWrongAndWhereToReadOn() throws IOException {
        List<JsonNode> alerts = AlertRules.alerts();
        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            assertThat(alert.path("labels").path("severity").asText()).as(name).isIn("critical", "warning");
            assertThat(alert.path("annotations").path("summary").asText())
                    .as(name)
                    .endsWith(".");
            assertThat(alert.path("annotations").path("runbook").asText())
                    .isEqualTo("docs/runbook.md#" + name.toLowerCase(Locale.ROOT));
        });
        assertThat(AlertRules.alertNames()).doesNotHaveDuplicates().allMatch(name -> name.startsWith("Journey"));
    }
}
