package io.journeystreams.load.measure;

import java.util.List;
import java.util.Locale;

/** A report in Markdown, line by line, with what every report of a measurement has. */
public final class MeasuredText {

    private final StringBuilder text = new StringBuilder();

    /** @param format as {@link String#format}, in no language */
    public void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    public void emptyLine() {
        text.append('\n');
    }

    public void machine(Machine machine) {
        line(
                "commit %s; %s; %d cores (%s), %s; %s",
                machine.commit(),
                machine.jdk(),
                machine.cores(),
                machine.processor(),
                machine.memory(),
                machine.system());
    }

    /** @param digits of what was measured, behind the point */
    public void budgets(List<Budget> budgets, int digits) {
        line("| budget | measured | must | aim | |");
        line("|---|---|---|---|---|");
        for (Budget budget : budgets) {
            String sign = budget.isCeiling() ? "≤" : "≥";
            line(
                    "| %s | %s %s | %s %s | %s %s | %s |",
                    budget.what(),
                    spread(budget.measured(), digits),
                    budget.unit(),
                    sign,
                    budget.must(),
                    sign,
                    budget.aim(),
                    budget.verdict());
        }
        emptyLine();
    }

    /** The median; in brackets from least to most, where they differ. */
    public static String spread(Spread spread, int digits) {
        String median = decimal(spread.median(), digits);
        return spread.least() == spread.most()
                ? median
                : median + " (" + decimal(spread.least(), digits) + "–" + decimal(spread.most(), digits) + ")";
    }

    private static String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
