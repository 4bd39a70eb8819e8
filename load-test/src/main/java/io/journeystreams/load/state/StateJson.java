package io.journeystreams.load.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.load.bench.BenchTopics;
import io.journeystreams.load.measure.MeasuredJson;

/** The report for programs: settings, every lap, budgets. */
final class StateJson {

    private final StateReport report;
    private final MeasuredJson json = new MeasuredJson();

    StateJson(StateReport report) {
        this.report = report;
    }

    String text() {
        ObjectNode root = json.root();
        root.put("command", report.request().command());
        root.put("holds", report.holds());
        addSetting();
        addLaps(root.putArray("laps"));
        json.budgets(report.budgets());
        return json.toString();
    }

    private void addSetting() {
        json.machine(report.machine());
        ObjectNode root = json.root();
        StateRequest request = report.request();
        ObjectNode settings = root.putObject("settings");
        settings.put("seed", request.seed())
                .put("events", request.events())
                .put("templates", request.templates())
                .put("threads", request.threads())
                .put("partitions", BenchTopics.PARTITIONS)
                .put("guarantee", "exactly_once_v2")
                .put("commitIntervalMs", 100);
        ArrayNode options = settings.putArray("jvmOptions");
        request.jvmOptions().forEach(options::add);
    }

    private void addLaps(ArrayNode laps) {
        for (StateLap lap : report.laps()) {
            ObjectNode node = laps.addObject()
                    .put("customers", lap.customers())
                    .put("round", lap.round())
                    .put("profiles", lap.seeded().profiles())
                    .put("profileRecords", lap.seeded().records())
                    .put("averageBytes", lap.seeded().averageBytes())
                    .put("deadlines", lap.seeded().deadlines())
                    .put("emptyStartSeconds", lap.emptyStartSeconds())
                    .put("restoreSeconds", lap.restoreSeconds())
                    .put("restoredRecords", lap.restored())
                    .put("storeMb", lap.storeMb())
                    .put("recoveredCarts", lap.recovered())
                    .put("events", lap.figures().events())
                    .put("cpuMicros", lap.figures().cpuMicros())
                    .put("brokerCpuMicros", lap.figures().brokerCpuMicros())
                    .put("eventsPerSecond", lap.figures().eventsPerSecond());
            add(node.putObject("memoryAfterRestore"), lap.afterRestore());
            add(node.putObject("memoryAtTheEnd"), lap.atTheEnd());
            ArrayNode findings = node.putArray("findings");
            lap.findings().forEach(findings::add);
        }
    }

    private static void add(ObjectNode node, Memory memory) {
        node.put("heapMb", memory.heapMb()).put("residentMb", memory.residentMb());
    }
}
