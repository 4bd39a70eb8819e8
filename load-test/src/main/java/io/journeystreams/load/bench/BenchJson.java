package io.journeystreams.load.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.load.measure.MeasuredJson;

/** The report for programs: settings, every lap, medians, budgets. */
final class BenchJson {

    private final BenchReport report;
    private final MeasuredJson json = new MeasuredJson();

    BenchJson(BenchReport report) {
        this.report = report;
    }

    String text() {
        ObjectNode root = json.root();
        root.put("command", report.request().command());
        root.put("resultsAgree", report.resultsAgree());
        addSetting();
        addLaps(root.putArray("laps"));
        addStandings(root.putArray("contenders"));
        json.budgets(report.budgets());
        return json.toString();
    }

    private void addSetting() {
        json.machine(report.machine());
        ObjectNode root = json.root();
        BenchRequest request = report.request();
        ObjectNode settings = root.putObject("settings");
        settings.put("seed", request.seed())
                .put("threads", request.threads())
                .put("partitions", BenchTopics.PARTITIONS)
                .put("guarantee", "exactly_once_v2")
                .put("commitIntervalMs", 100);
        ArrayNode options = settings.putArray("jvmOptions");
        request.jvmOptions().forEach(options::add);
        root.putObject("input")
                .put("events", report.input().events())
                .put("averageBytes", report.input().averageBytes())
                .put("sessions", report.input().right().sessions().size())
                .put("abandonedCarts", report.input().right().carts().size());
    }

    private void addLaps(ArrayNode laps) {
        for (Lap lap : report.laps()) {
            Figures figures = lap.figures();
            laps.addObject()
                    .put("contender", lap.contender().name())
                    .put("round", lap.round())
                    .put("counts", lap.counts())
                    .put("agreement", lap.agreement())
                    .put("events", figures.events())
                    .put("cpuMicros", figures.cpuMicros())
                    .put("brokerCpuMicros", figures.brokerCpuMicros())
                    .put("seconds", figures.seconds())
                    .put("eventsPerSecond", figures.eventsPerSecond())
                    .put("wholeCpuMicros", figures.wholeCpuMicros())
                    .put("gcPauses", figures.garbage().pauses())
                    .put("gcPausedMs", figures.garbage().pausedMs())
                    .put("allocatedMb", figures.garbage().allocatedMb());
        }
    }

    private void addStandings(ArrayNode contenders) {
        for (Standing standing : report.standings()) {
            ObjectNode node = contenders.addObject();
            node.put("contender", standing.contender().name());
            node.put("description", standing.contender().description());
            node.set("cpuMicros", MeasuredJson.spread(standing.cpuMicros()));
            node.set("brokerCpuMicros", MeasuredJson.spread(standing.brokerCpuMicros()));
            node.set("eventsPerSecond", MeasuredJson.spread(standing.eventsPerSecond()));
            node.set("allocatedBytes", MeasuredJson.spread(standing.allocatedBytes()));
            ObjectNode published = node.putObject("published");
            published.put("records", standing.published().records());
            published.put("bytes", standing.published().bytes());
            standing.published().byTopic().forEach(published.putObject("byTopic")::put);
        }
    }
}
