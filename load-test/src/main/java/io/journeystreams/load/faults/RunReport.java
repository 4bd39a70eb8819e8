package io.journeystreams.load.faults;

import java.time.Duration;
import java.util.List;

/**
 * What a run was, and what the checks say.
 *
 * @param took from the beginning of the set-up to the last check
 */
public record RunReport(FaultRunRequest request, Duration took, List<Check> checks) {

    private static final int FINDINGS_SHOWN = 20;

    public RunReport {
        checks = List.copyOf(checks);
    }

    public boolean holds() {
        return checks.stream().allMatch(Check::holds);
    }

    /** As Markdown. */
    public String text() {
        StringBuilder text = new StringBuilder("# Fault run, seed " + request.seed() + "\n\n");
        text.append("Took ")
                .append(took.toSeconds())
                .append(" s. Again: `")
                .append(request.command())
                .append("`\n\n");
        text.append("| check | counted | verdict |\n|---|---|---|\n");
        for (Check check : checks) {
            String verdict =
                    check.holds() ? "holds" : "**FAILS** (" + check.findings().size() + ")";
            text.append("| ").append(check.name()).append(" | ").append(check.counted());
            text.append(" | ").append(verdict).append(" |\n");
        }
        checks.stream().filter(check -> !check.holds()).forEach(check -> addFindings(check, text));
        return text.toString();
    }

    private static void addFindings(Check check, StringBuilder text) {
        text.append("\n").append(check.name()).append(":\n\n");
        check.findings().stream()
                .limit(FINDINGS_SHOWN)
                .forEach(finding -> text.append("- ").append(finding).append("\n"));
        if (check.findings().size() > FINDINGS_SHOWN) {
            text.append("- … and ")
                    .append(check.findings().size() - FINDINGS_SHOWN)
                    .append(" more\n");
        }
    }
}
