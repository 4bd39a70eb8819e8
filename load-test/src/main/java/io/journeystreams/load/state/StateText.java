package io.journeystreams.load.state;

import static io.journeystreams.load.bench.BenchText.spread;

import io.journeystreams.load.bench.BenchTopics;
import io.journeystreams.load.measure.Budget;
import io.journeystreams.load.measure.Machine;
import java.util.List;
import java.util.Locale;

/** The report as text, in Markdown, so that it can be put into a document. */
final class StateText {

    private final StateReport report;
    private final StringBuilder text = new StringBuilder();

    StateText(StateReport report) {
        this.report = report;
    }

    String text() {
        addSetting();
        addState();
        addEvents();
        addBudgets();
        addFindings();
        return text.toString();
    }

    private void addSetting() {
        Machine machine = report.machine();
        StateRequest request = report.request();
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
        line("%d round(s); again: %s", request.rounds(), request.command());
        line("");
    }

    private void addState() {
        line("| customers | profiles stored | bytes each | deadlines | restore s | profiles/s | disk MB |"
                + " heap MB | resident MB |");
        line("|---|---|---|---|---|---|---|---|---|");
        for (int customers : sizes()) {
            Seeded seeded = last(customers).seeded();
            line(
                    "| %d | %d | %d | %d | %s | %s | %s | %s | %s |",
                    customers,
                    seeded.profiles(),
                    seeded.averageBytes(),
                    seeded.deadlines(),
                    spread(report.spread(customers, StateLap::restoreSeconds), 1),
                    spread(report.spread(customers, lap -> seeded.profiles() / lap.restoreSeconds()), 0),
                    spread(report.spread(customers, StateLap::storeMb), 0),
                    spread(report.spread(customers, lap -> lap.afterRestore().heapMb()), 0),
                    spread(report.spread(customers, lap -> lap.afterRestore().residentMb()), 0));
        }
        line("");
    }

    private void addEvents() {
        line("| customers | CPU µs/event | times the smallest | broker µs/event | events/s | heap MB | resident MB |");
        line("|---|---|---|---|---|---|---|");
        for (int customers : sizes()) {
            line(
                    "| %d | %s | %s | %s | %s | %s | %s |",
                    customers,
                    spread(report.spread(customers, lap -> lap.figures().cpuMicros()), 1),
                    spread(report.growth(customers), 2),
                    spread(report.spread(customers, lap -> lap.figures().brokerCpuMicros()), 1),
                    spread(report.spread(customers, lap -> lap.figures().eventsPerSecond()), 0),
                    spread(report.spread(customers, lap -> lap.atTheEnd().heapMb()), 0),
                    spread(report.spread(customers, lap -> lap.atTheEnd().residentMb()), 0));
        }
        line("");
    }

    private void addBudgets() {
        line("| budget | measured | must | aim | |");
        line("|---|---|---|---|---|");
        for (Budget budget : report.budgets()) {
            line(
                    "| %s | %s %s | ≤ %s | ≤ %s | %s |",
                    budget.what(),
                    spread(budget.measured(), 2),
                    budget.unit(),
                    budget.must(),
                    budget.aim(),
                    budget.verdict());
        }
        line("");
    }

    private void addFindings() {
        line(report.holds() ? "everything was restored, and results are right" : "NOT RIGHT:");
        for (StateLap lap : report.laps()) {
            lap.findings()
                    .forEach(finding -> line("- %d customers, round %d: %s", lap.customers(), lap.round(), finding));
        }
    }

    private List<Integer> sizes() {
        return report.request().sizes();
    }

    private StateLap last(int customers) {
        return report.laps().stream()
                .filter(lap -> lap.customers() == customers)
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
