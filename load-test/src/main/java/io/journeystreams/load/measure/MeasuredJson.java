package io.journeystreams.load.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A report for programs, with what every report of a measurement has. */
public final class MeasuredJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode root = MAPPER.createObjectNode();

    /** For everything else. */
    public ObjectNode root() {
        return root;
    }

    public void machine(Machine machine) {
        root.putObject("machine")
                .put("commit", machine.commit())
                .put("jdk", machine.jdk())
                .put("cores", machine.cores())
                .put("processor", machine.processor())
                .put("memory", machine.memory())
                .put("system", machine.system());
    }

    public void budgets(List<Budget> budgets) {
        ArrayNode array = root.putArray("budgets");
        for (Budget budget : budgets) {
            ObjectNode node = array.addObject()
                    .put("what", budget.what())
                    .put("unit", budget.unit())
                    .put("must", budget.must())
                    .put("aim", budget.aim())
                    .put("isCeiling", budget.isCeiling())
                    .put("meetsMust", budget.meetsMust())
                    .put("meetsAim", budget.meetsAim());
            node.set("measured", spread(budget.measured()));
        }
    }

    public static ObjectNode spread(Spread spread) {
        return MAPPER.createObjectNode()
                .put("median", spread.median())
                .put("least", spread.least())
                .put("most", spread.most());
    }

    /** Indented. */
    @Override
    public String toString() {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }
}
