package io.journeystreams.load.bench;

import static io.journeystreams.load.measure.MeasuredText.spread;

import io.journeystreams.load.measure.MeasuredText;
import java.util.TreeMap;

/** The report as text, in Markdown, so that it can be put into a document. */
final class BenchText {

    private final BenchReport report;
    private final MeasuredText text = new MeasuredText();

    BenchText(BenchReport report) {
        this.report = report;
    }

    String text() {
        addSetting();
        addStandings();
        text.budgets(report.budgets(), 1);
        addAgreement();
        addContenders();
        return text.toString();
    }

    private void addSetting() {
        BenchRequest request = report.request();
        text.machine(report.machine());
        text.line(
                "exactly-once, commits every 100 ms, %d stream thread(s), %d partitions, JVM %s",
                request.threads(), BenchTopics.PARTITIONS, String.join(" ", request.jvmOptions()));
        text.line(
                "%d events of %d bytes, %d sessions, %d abandoned carts; %d rounds after one to warm up",
                report.input().events(),
                report.input().averageBytes(),
                report.input().right().sessions().size(),
                report.input().right().carts().size(),
                request.rounds());
        text.line("again: %s", request.command());
        text.emptyLine();
    }

    private void addStandings() {
        text.line("| | CPU µs/event | broker µs/event | events/s | wall s | allocated B/event | GC pauses | paused ms |"
                + " CPU µs/event with start |");
        text.line("|---|---|---|---|---|---|---|---|---|");
        for (Standing standing : report.standings()) {
            text.line(
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
        text.emptyLine();
    }

    private void addAgreement() {
        text.line("results of all rounds: %s", report.resultsAgree() ? "agree" : "DO NOT AGREE");
        report.laps().stream()
                .filter(lap -> !lap.agrees())
                .forEach(lap -> text.line(
                        "  round %d, %s: %s", lap.round(), lap.contender().title(), lap.agreement()));
        text.emptyLine();
    }

    private void addContenders() {
        for (Standing standing : report.standings()) {
            text.line(
                    "- %s: %s",
                    standing.contender().title(), standing.contender().description());
            text.line(
                    "  Published %d records, %d MB: %s",
                    standing.published().records(),
                    standing.published().bytes() / 1_000_000,
                    new TreeMap<>(standing.published().byTopic()));
        }
    }
}
