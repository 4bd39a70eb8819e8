package io.journeystreams.load.steady;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.load.measure.MeasuredJson;
import java.util.List;

/** The report for programs, with a reading of every second. */
final class SteadyJson {

    private final SteadyReport report;
    private final MeasuredJson json = new MeasuredJson();

    SteadyJson(SteadyReport report) {
        this.report = report;
    }

    String text() {
        ObjectNode root = json.root();
        root.put("command", report.request().command());
        root.put("isExact", report.isExact());
        root.put("keepsUp", report.span().keepsUp());
        addSetting();
        addLatencies(root.putArray("latencies"));
        json.budgets(List.of(report.budget()));
        addCost(root);
        addReadings(root.putArray("readings"));
        return json.toString();
    }

    private void addSetting() {
        json.machine(report.machine());
        ObjectNode root = json.root();
        SteadyRequest request = report.request();
        ObjectNode settings = root.putObject("settings");
        settings.put("seed", request.seed())
                .put("rate", request.rate())
                .put("warmUpSeconds", request.warmUpSeconds())
                .put("seconds", request.seconds())
                .put("instances", request.instances())
                .put("threads", request.threads())
                .put("visitors", request.visitors())
                .put("partitions", request.partitions())
                .put("takesOver", request.takesOver());
        ArrayNode options = settings.putArray("jvmOptions");
        request.jvmOptions().forEach(options::add);
    }

    private void addLatencies(ArrayNode latencies) {
        for (Tally tally : report.tallies()) {
            ObjectNode node = latencies.addObject();
            node.put("output", tally.kind().topic())
                    .put("expected", tally.expected())
                    .put("missing", tally.missing())
                    .put("repeated", tally.repeated());
            addLatency(node, tally.latency());
        }
        addLatency(latencies.addObject().put("output", "all"), report.latency());
    }

    private static void addLatency(ObjectNode node, Latency latency) {
        node.put("measured", latency.count())
                .put("p50Ms", latency.ms(50))
                .put("p90Ms", latency.ms(90))
                .put("p99Ms", latency.ms(99))
                .put("p999Ms", latency.ms(99.9))
                .put("maxMs", latency.maxMs());
    }

    private void addCost(ObjectNode root) {
        Span span = report.span();
        root.put("sentPerSecond", span.sentPerSecond())
                .put("sentLateMs", report.sentLateMs())
                .put("committedPerSecond", span.committedPerSecond())
                .put("leastLag", span.leastLag())
                .put("lagAtEnd", span.lagAtEnd())
                .put("cpuMicros", span.cpuMicros())
                .put("brokerCpuMicros", span.brokerCpuMicros());
        ArrayNode byInstance = root.putArray("cpuMicrosByInstance");
        for (int instance = 0; instance < report.request().instances(); instance++) {
            byInstance.add(span.cpuMicros(instance));
        }
        ArrayNode garbage = root.putArray("garbage");
        for (HeapUse one : report.heapUses()) {
            ObjectNode node = garbage.addObject()
                    .put("instance", one.instance())
                    .put("pauses", one.garbage().pauses())
                    .put("pausedMs", one.garbage().pausedMs())
                    .put("allocatedMb", one.garbage().allocatedMb());
            one.heapByMinute().forEach(node.putArray("heapMbByMinute")::add);
        }
    }

    private void addReadings(ArrayNode readings) {
        for (Reading reading : report.span().readings()) {
            ObjectNode node = readings.addObject();
            node.put("second", reading.second())
                    .put("sent", reading.sent())
                    .put("committed", reading.committed())
                    .put("brokerCpuMs", reading.brokerCpuMs());
            ArrayNode usages = node.putArray("instances");
            reading.instances()
                    .forEach(usage ->
                            usages.addObject().put("cpuMs", usage.cpuMs()).put("memoryMb", usage.memoryMb()));
        }
    }
}
