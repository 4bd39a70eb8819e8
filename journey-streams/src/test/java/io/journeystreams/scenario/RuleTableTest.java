package io.journeystreams.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.backtest.BrokerParityIT;
import io.journeystreams.faults.S1CanaryIT;
import io.journeystreams.faults.T5BacklogAfterAnOutageIT;
import io.journeystreams.topology.IntakeTopologyTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every rule that docs/rules.md tells of has a scenario, and docs/scenarios.md says which. */
class RuleTableTest {

    private static final Path RULES = Path.of("..", "docs", "rules.md");
    private static final Path TABLE = Path.of("..", "docs", "scenarios.md");
    private static final Pattern RULE_ROW = Pattern.compile("^\\| \\*\\*([A-Z]\\d+)\\*\\*", Pattern.MULTILINE);
    private static final int VECTORS = 16;

    /** Rules about records and formats, which scenarios do not see. */
    private static final Map<String, String> SHOWN_ELSEWHERE = Map.of(
            "T1", IntakeTopologyTest.class.getSimpleName(),
            "T7", BrokerParityIT.class.getSimpleName(),
            "C1", "PurchaseModelTest",
            "C2", "ContractTest",
            "O1", IntakeTopologyTest.class.getSimpleName(),
            "O3", IntakeTopologyTest.class.getSimpleName(),
            "O4", "FrozenContractsTest",
            "O6", S1CanaryIT.class.getSimpleName(),
            "V12", T5BacklogAfterAnOutageIT.class.getSimpleName());

    @Test
    void everyRuleHasAScenario() throws IOException {
        Map<String, List<Scenario>> shown = byRule();
        List<String> bare = rules().stream()
                .filter(rule -> !shown.containsKey(rule) && !SHOWN_ELSEWHERE.containsKey(rule))
                .toList();
        assertThat(bare).isEmpty();
        assertThat(rules()).containsAll(shown.keySet());
    }

    @Test
    void theTableSaysWhichScenarioShowsARule() throws IOException {
        String table = table();
        if (Boolean.getBoolean("regenerate.docs")) {
            Files.writeString(TABLE, table);
        }
        assertThat(Files.readString(TABLE))
                .as("stale? the command that writes it anew stands at its top")
                .isEqualTo(table);
    }

    /** Those of the document, and the vectors. */
    private static List<String> rules() throws IOException {
        List<String> rules = new ArrayList<>();
        Matcher row = RULE_ROW.matcher(Files.readString(RULES));
        while (row.find()) {
            rules.add(row.group(1));
        }
        for (int vector = 1; vector <= VECTORS; vector++) {
            rules.add("V" + vector);
        }
        return rules;
    }

    private static Map<String, List<Scenario>> byRule() {
        Map<String, List<Scenario>> shown = new TreeMap<>();
        for (Scenario scenario : Scenario.all()) {
            scenario.rules().forEach(rule -> shown.computeIfAbsent(rule, unused -> new ArrayList<>())
                    .add(scenario));
        }
        return shown;
    }

    private static String table() throws IOException {
        Map<String, List<Scenario>> shown = byRule();
        String rows = rules().stream()
                .distinct()
                .map(rule -> "| " + rule + " | " + shownBy(rule, shown.getOrDefault(rule, List.of())) + " |\n")
                .collect(Collectors.joining());
        return """
                # Which scenario shows which rule

                <!-- Generated from the scenario files; to write it anew:
                     mvn -q package -pl journey-streams -am -Dtest=RuleTableTest -Dsurefire.failIfNoSpecifiedTests=false -Dregenerate.docs=true -->

                The rules stand in [rules.md](rules.md), the scenarios in `journey-streams/src/test/resources/scenarios`; each runs against the engine and the
                topology, those with a star on a real broker too. V1 to V16 are the vectors: small cases by which the rules are usually explained.

                | rule | shown by |
                |---|---|
                """ + rows;
    }

    private static String shownBy(String rule, List<Scenario> scenarios) {
        List<String> names =
                new ArrayList<>(scenarios.stream().map(RuleTableTest::nameOf).toList());
        if (SHOWN_ELSEWHERE.containsKey(rule)) {
            names.add("`" + SHOWN_ELSEWHERE.get(rule) + "`");
        }
        return String.join(", ", names);
    }

    private static String nameOf(Scenario scenario) {
        String file = scenario.name().substring(0, scenario.name().indexOf(':'));
        return file + (scenario.onBroker() ? "\\*" : "");
    }
}
