package io.journeystreams.load.state;

import static io.journeystreams.load.measure.MeasuredText.spread;

import io.journeystreams.load.bench.BenchTopics;
import io.journeystreams.load.measure.MeasuredText;
import java.util.List;

/** The report as text, in Markdown, so that it can be put into a document. */
final class StateText {

    private final StateReport report;
    private final MeasuredText text = new MeasuredText();

    StateText(StateReport report) {
        this.report = report;
    }

    String text() {
        addSetting();
        addState();
        addEvents();
        text.budgets(report.budgets(), 2);
        addFindings();
        return text.toString();
    }

    private void addSetting() {
        StateRequest request = report.request();
        text.machine(report.machine());
        text.line(
                "exactly-once, commits every 100 ms, %d stream thread(s), %d partitions, JVM %s",
                request.threads(), BenchTopics.PARTITIONS, String.join(" ", request.jvmOptions()));
        text.line("%d round(s); again: %s", request.rounds(), request.command());
        text.emptyLine();
    }

    private void addState() {
        text.line("| customers | profiles stored | bytes each | deadlines | restore s | profiles/s | disk MB |"
                + " heap MB | resident MB |");
        text.line("|---|---|---|---|---|---|---|---|---|");
        for (int customers : sizes()) {
            Seeded seeded = last(customers).seeded();
            text.line(
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
        text.emptyLine();
    }

    private void addEvents() {
        text.line(
                "| customers | CPU µs/event | times the smallest | broker µs/event | events/s | heap MB | resident MB |");
        text.line("|---|---|---|---|---|---|---|");
        for (int customers : sizes()) {
            text.line(
                    "| %d | %s | %s | %s | %s | %s | %s |",
                    customers,
                    spread(report.spread(customers, lap -> lap.figures().cpuMicros()), 1),
                    spread(report.growth(customers), 2),
                    spread(report.spread(customers, lap -> lap.figures().brokerCpuMicros()), 1),
                    spread(report.spread(customers, lap -> lap.figures().eventsPerSecond()), 0),
                    spread(report.spread(customers, lap -> lap.atTheEnd().heapMb()), 0),
                    spread(report.spread(customers, lap -> lap.atTheEnd().residentMb()), 0));
        }
        text.emptyLine();
    }

    private void addFindings() {
        text.line(report.holds() ? "everything was restored, and results are right" : "NOT RIGHT:");
        for (StateLap lap : report.laps()) {
            lap.findings()
                    .forEach(finding ->
                            text.line("- %d customers, round %d: %s", lap.customers(), lap.round(), finding));
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
}
