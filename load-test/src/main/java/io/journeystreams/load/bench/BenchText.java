package io.journeystreams.load.bench;

import io.journeystreams.load.measure.Budget;
import io.journeystreams.load.measure.Machine;
import io.journeystreams.load.measure.Spread;
import java.util.Locale;
import java.util.TreeMap;

/** The report as text, in Markdown, so that it can be put into a document. */
public final class BenchText {

    private final BenchReport report;
    private final StringBuilder text = new StringBuilder();

    BenchText(BenchReport report) {
        this.report = report;
    }

    String text() {
        addSetting();
        addStandings();
        addBudgets();
        addAgreement();
        addContenders();
        return text.toString();
    }

    private void addSetting() {
        Machine machine = report.machine();
        BenchRequest request = report.request();
        line(
                "commit %s; %s; %d cores (%s), %s; %s",
                machine.commit(),
                machine.jdk(),
                machine.cores(),
                machine.processor(),
                machine.memory(),
                machine.system());
        line(
                "exactly-once, commits every 100 ms, %d stream thread(s), %d partitions, JVM %s",
                request.threads(), BenchTopics.PARTITIONS, String.join(" ", request.jvmOptions()));
        line(
                "%d events of %d bytes, %d sessions, %d abandoned carts; %d rounds after one to warm up",
                report.input().events(),
                report.input().averageBytes(),
                report.input().right().sessions().size(),
                report.input().right().carts().size(),
                request.rounds());
        line("again: %s", request.command());
        line("");
    }

    private void addStandings() {
        line("| | CPU µs/event | broker µs/event | events/s | wall s | allocated B/event | GC pauses | paused ms |"
                + " CPU µs/event with start |");
        line("|---|---|---|---|---|---|---|---|---|");
        for (Standing standing : report.standings()) {
            line(
                    "| %s | %s | %s | %s | %s | %s | %s | %s | %s |",
                    standing.contender().title(),
                    spread(standing.cpuMicros(), 1),
                    spread(standing.brokerCpuMicros(), 1),
                    spread(standing.eventsPerSecond(), 0),
                    spread(standing.seconds(), 1),
                    spread(standing.allocatedBytes(), 0),
                    spread(standing.pauses(), 0),
                    spread(standing.pausedMs(), 0),
                    spread(standing.wholeCpuMicros(), 1));
        }
        line("");
    }

    private void addBudgets() {
        line("| budget | measured | must | aim | |");
        line("|---|---|---|---|---|");
        for (Budget budget : report.budgets()) {
            String sign = budget.isCeiling() ? "≤" : "≥";
            line(
                    "| %s | %s %s | %s %s | %s %s | %s |",
                    budget.what(),
                    spread(budget.measured(), 1),
                    budget.unit(),
                    sign,
                    budget.must(),
                    sign,
                    budget.aim(),
                    budget.verdict());
        }
        line("");
    }

    private void addAgreement() {
        line("results of all rounds: %s", report.resultsAgree() ? "agree" : "DO NOT AGREE");
        report.laps().stream()
                .filter(lap -> !lap.agrees())
                .forEach(lap ->
                        line("  round %d, %s: %s", lap.round(), lap.contender().title(), lap.agreement()));
        line("");
    }

    private void addContenders() {
        for (Standing standing : report.standings()) {
            line("- %s: %s", standing.contender().title(), standing.contender().description());
            line(
                    "  Published %d records, %d MB: %s",
                    standing.published().records(),
                    standing.published().bytes() / 1_000_000,
                    new TreeMap<>(standing.published().byTopic()));
        }
    }

    /** Median, and in brackets from least to most. */
    public static String spread(Spread spread, int digits) {
        String format = "%." + digits + "f";
        return String.format(
                Locale.ROOT,
                format + " (" + format + "–" + format + ")",
                spread.median(),
                spread.least(),
                spread.most());
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
