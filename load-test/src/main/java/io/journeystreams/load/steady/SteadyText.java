package io.journeystreams.load.steady;

import io.journeystreams.load.measure.Garbage;
import io.journeystreams.load.measure.MeasuredText;
import java.util.List;

/** The report as text, in Markdown, so that it can be put into a document. */
final class SteadyText {

    private final SteadyReport report;
    private final MeasuredText text = new MeasuredText();

    SteadyText(SteadyReport report) {
        this.report = report;
    }

    String text() {
        addSetting();
        addLatency();
        text.budgets(List.of(report.budget()), 1);
        addPace();
        addCost();
        addMemory();
        addHeapUses();
        return text.toString();
    }

    private void addSetting() {
        SteadyRequest request = report.request();
        text.machine(report.machine());
        text.line(
                "exactly-once, commits every 100 ms, %d instance(s) of %d stream thread(s), %d partitions, JVM %s",
                request.instances(), request.threads(), request.partitions(), String.join(" ", request.jvmOptions()));
        text.line(
                "%d events/s for %d s after %d s to warm up, %d visitors",
                request.rate(), request.seconds(), request.warmUpSeconds(), request.visitors());
        text.line("again: %s", request.command());
        text.emptyLine();
    }

    private void addLatency() {
        text.line(
                "| from when an event was due to its output at the consumer, ms | p50 | p90 | p99 | p99.9 | max | measured |"
                        + " expected | missing | repeated |");
        text.line("|---|---|---|---|---|---|---|---|---|---|");
        long expected = 0;
        long missing = 0;
        long repeated = 0;
        for (Tally tally : report.tallies()) {
            addLatency(tally.kind().title(), tally.latency(), tally.expected(), tally.missing(), tally.repeated());
            expected += tally.expected();
            missing += tally.missing();
            repeated += tally.repeated();
        }
        addLatency("both", report.latency(), expected, missing, repeated);
        text.emptyLine();
        text.line("%s", report.exactness());
        text.emptyLine();
    }

    private void addLatency(String what, Latency latency, long expected, long missing, long repeated) {
        text.line(
                "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %d | %d | %d | %d |",
                what,
                latency.ms(50),
                latency.ms(90),
                latency.ms(99),
                latency.ms(99.9),
                latency.maxMs(),
                latency.count(),
                expected,
                missing,
                repeated);
    }

    private void addPace() {
        Span span = report.span();
        text.line(
                "asked for %d events/s; sent %.0f/s, at most %.1f ms after they were due; committed %.0f/s",
                report.request().rate(), span.sentPerSecond(), report.sentLateMs(), span.committedPerSecond());
        text.line("not yet committed: %d events at the best of times, %d at the end", span.leastLag(), span.lagAtEnd());
        text.line("%s", report.pace());
        text.emptyLine();
    }

    private void addCost() {
        Span span = report.span();
        text.line("| | CPU µs/event |");
        text.line("|---|---|");
        text.line("| processor | %.1f |", span.cpuMicros());
        for (int instance = 0; instance < report.request().instances(); instance++) {
            text.line("| of it instance-%d | %.1f |", instance + 1, span.cpuMicros(instance));
        }
        text.line("| broker | %.1f |", span.brokerCpuMicros());
        text.emptyLine();
        text.line("CPU µs/event of the processor in each minute: %s", span.cpuMicrosByMinute());
    }

    private void addMemory() {
        Span span = report.span();
        for (int instance = 0; instance < report.request().instances(); instance++) {
            text.line(
                    "memory of instance-%d, resident, at the beginning, after each minute, and at the end: %s MB; at most %d MB",
                    instance + 1, span.memoryByMinute(instance), span.mostMemory(instance));
        }
    }

    private void addHeapUses() {
        for (HeapUse one : report.heapUses()) {
            Garbage garbage = one.garbage();
            text.line(
                    "garbage of %s, start included: %d pauses, %.0f ms, %d MB allocated; left of the heap, the least of each minute"
                            + " since the start: %s MB",
                    one.instance(), garbage.pauses(), garbage.pausedMs(), garbage.allocatedMb(), one.heapByMinute());
        }
    }
}
