package io.journeystreams.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.map.MapLine;
import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.StageModel;
import io.journeystreams.domain.stage.TouchChannel;
import io.journeystreams.map.Cell;
import io.journeystreams.map.MapSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Directly-follows graphs, and the funnel that follows from that of missions (rule M1). */
final class GraphJson {

    private static final List<String> ENDS =
            List.of(StageModel.COMPLETED, StageModel.LAPSED, StageModel.CHURNED, StageModel.REACTIVATED);

    private final StageModel model;

    GraphJson(StageModel model) {
        this.model = model;
    }

    ObjectNode graph(MapSeries series, MapSum sum) {
        List<Map.Entry<MapLine, Cell>> edges = edges(series, sum);
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("name", series.name().toLowerCase(Locale.ROOT));
        ArrayNode nodes = json.putArray("nodes");
        nodes(series, edges).forEach(name -> nodes.add(node(name, edges)));
        ArrayNode drawn = json.putArray("edges");
        edges.forEach(edge -> drawn.add(edge(edge.getKey(), edge.getValue())));
        return json;
    }

    private static List<Map.Entry<MapLine, Cell>> edges(MapSeries series, MapSum sum) {
        return sum.lines().entrySet().stream()
                .filter(line -> line.getKey().series() == series)
                .filter(line -> line.getValue().count() > 0)
                .toList();
    }

    /** In the order of the model; what the model does not name, and channels, only where somebody was. */
    private Set<String> nodes(MapSeries series, List<Map.Entry<MapLine, Cell>> edges) {
        Set<String> found = new LinkedHashSet<>();
        edges.forEach(
                edge -> found.addAll(List.of(edge.getKey().from(), edge.getKey().to())));
        Set<String> nodes = new LinkedHashSet<>(series == MapSeries.TOUCHPOINT ? List.of() : stages(series));
        Stream.concat(ENDS.stream(), Arrays.stream(TouchChannel.values()).map(TouchChannel::text))
                .filter(found::contains)
                .forEach(nodes::add);
        nodes.addAll(found);
        nodes.remove(MapLine.NOWHERE);
        nodes.remove(MapLine.GOAL);
        return nodes;
    }

    private List<String> stages(MapSeries series) {
        Layer layer = series == MapSeries.LIFECYCLE ? Layer.LIFECYCLE : Layer.MISSION;
        return model.stages().stream()
                .filter(stage -> stage.layers().contains(layer))
                .map(StageModel.Stage::name)
                .toList();
    }

    private static ObjectNode node(String name, List<Map.Entry<MapLine, Cell>> edges) {
        long in = 0;
        long out = 0;
        long left = 0;
        for (Map.Entry<MapLine, Cell> edge : edges) {
            long count = edge.getValue().count();
            in += edge.getKey().to().equals(name) ? count : 0;
            out += edge.getKey().from().equals(name) ? count : 0;
            boolean isGivenUp =
                    edge.getKey().from().equals(name) && edge.getKey().to().equals(MapLine.NOWHERE);
            left += isGivenUp ? count : 0;
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("in", in)
                .put("out", out)
                .put("stayed", Math.max(0, in - out))
                .put("left", left);
    }

    private static ObjectNode edge(MapLine line, Cell cell) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        putName(json, "from", line.from(), line.from().equals(MapLine.NOWHERE));
        putName(json, "to", line.to(), line.isEnd());
        json.put("count", cell.count())
                .put("customers", Math.min(cell.count(), cell.customers().count()))
                .put("loops", cell.loops());
        json.set("wait", CellJson.durations(cell.durations()));
        json.set("value", CellJson.money(cell.values()));
        return json;
    }

    private static void putName(ObjectNode json, String field, String name, boolean isNone) {
        if (isNone) {
            json.putNull(field);
        } else {
            json.put(field, name);
        }
    }

    /** How many missions came into each stage for the first time, and how long they had been in the stage before. */
    ArrayNode funnel(MapSum sum) {
        List<Map.Entry<MapLine, Cell>> edges = edges(MapSeries.MISSION, sum);
        List<String> stages = new ArrayList<>(stages(MapSeries.MISSION));
        if (model.goal().stage().isEmpty()) {
            stages.add(StageModel.COMPLETED);
        }
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (String stage : stages) {
            Cell entered = new Cell();
            edges.stream()
                    .filter(edge -> edge.getKey().to().equals(stage))
                    .forEach(edge -> entered.add(edge.getValue()));
            ObjectNode step = json.addObject().put("stage", stage).put("reached", entered.count() - entered.loops());
            step.set("wait", CellJson.durations(entered.durations()));
        }
        return json;
    }
}
