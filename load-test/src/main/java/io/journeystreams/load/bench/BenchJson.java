package io.journeystreams.load.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.load.measure.Budget;
import io.journeystreams.load.measure.Machine;
import io.journeystreams.load.measure.Spread;

/** The report for programs: settings, every lap, medians, budgets. */
final class BenchJson {

    private final BenchReport report;
    private final ObjectMapper mapper = new ObjectMapper();

    BenchJson(BenchReport report) {
        this.report = report;
    }

    String text() {
        ObjectNode root = mapper.createObjectNode();
        root.put("command", report.request().command());
        root.put("resultsAgree", report.resultsAgree());
        addSetting(root);
        addLaps(root.putArray("laps"));
        addStandings(root.putArray("contenders"));
        addBudgets(root.putArray("budgets"));
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    private void addSetting(ObjectNode root) {
        Machine machine = report.machine();
        root.putObject("machine")
                .put("commit", machine.commit())
                .put("jdk", machine.jdk())
                .put("cores", machine.cores())
                .put("processor", machine.processor())
                .put("memory", machine.memory())
                .put("system", machine.system());
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
            node.set("cpuMicros", spread(standing.cpuMicros()));
            node.set("brokerCpuMicros", spread(standing.brokerCpuMicros()));
            node.set("eventsPerSecond", spread(standing.eventsPerSecond()));
            node.set("allocatedBytes", spread(standing.allocatedBytes()));
            ObjectNode published = node.putObject("published");
            published.put("records", standing.published().records());
            published.put("bytes", standing.published().bytes());
            standing.published().byTopic().forEach(published.putObject("byTopic")::put);
        }
    }

    private void addBudgets(ArrayNode budgets) {
        for (Budget budget : report.budgets()) {
            ObjectNode node = budgets.addObject();
            node.put("what", budget.what())
                    .put("unit", budget.unit())
                    .put("must", budget.must())
                    .put("aim", budget.aim())
                    .put("isCeiling", budget.isCeiling())
                    .put("meetsMust", budget.meetsMust())
                    .put("meetsAim", budget.meetsAim());
            node.set("measured", spread(budget.measured()));
        }
    }

    private ObjectNode spread(Spread spread) {
        return mapper.createObjectNode()
                .put("median", spread.median())
                .put("least", spread.least())
                .put("most", spread.most());
    }
}
