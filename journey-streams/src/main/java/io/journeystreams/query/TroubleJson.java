package io.journeystreams.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.map.MapCounts;
import io.journeystreams.domain.map.MapLine;
import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.service.ContactChannel;
import io.journeystreams.map.Cell;
import io.journeystreams.map.MapSum;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What stood in the way, what service and reminders did about it, and who may be leaving. */
final class TroubleJson {

    private final MapSum sum;

    TroubleJson(MapSum sum) {
        this.sum = sum;
    }

    /** The most value lost first (rule M4). */
    ArrayNode friction() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        counted(MapSeries.FRICTION).stream()
                .sorted(Comparator.comparingLong((Map.Entry<MapLine, Cell> line) -> largest(line.getValue()))
                        .thenComparingLong(line -> line.getValue().count())
                        .reversed())
                .forEach(line -> {
                    ObjectNode rank = json.addObject().put("kind", line.getKey().to());
                    if (line.getKey().from().equals(MapLine.NOWHERE)) {
                        rank.putNull("stage");
                    } else {
                        rank.put("stage", line.getKey().from());
                    }
                    rank.put("count", line.getValue().count())
                            .set("value", CellJson.money(line.getValue().values()));
                });
        return json;
    }

    private static long largest(Cell cell) {
        return cell.values().values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    ArrayNode service() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (ContactChannel channel : ContactChannel.values()) {
            String name = channel.text();
            Cell ended = cell(MapSeries.CONTACT, name, MapCounts.ENDED);
            long breached = count(name, Moment.Kind.PROMISE_BREACHED);
            if (ended.count() > 0 || breached > 0) {
                ObjectNode row = json.addObject()
                        .put("channel", name)
                        .put("ended", ended.count())
                        .put(
                                "abandoned",
                                cell(MapSeries.CONTACT, name, MapCounts.ABANDONED)
                                        .count())
                        .put("repeated", count(name, Moment.Kind.REPEAT_CONTACT))
                        .put("breached", breached)
                        .put("solvedAtFirst", count(name, Moment.Kind.SOLVED_AT_FIRST_CONTACT));
                row.set("wait", CellJson.durations(ended.durations()));
                row.set(
                        "handling",
                        CellJson.durations(
                                cell(MapSeries.CONTACT, name, MapCounts.HANDLED).durations()));
            }
        }
        return json;
    }

    private long count(String channel, Moment.Kind kind) {
        return cell(MapSeries.CONTACT, channel, kind.name()).count();
    }

    ArrayNode alerts() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Kind kind : Kind.values()) {
            Cell fired = cell(MapSeries.ALERT, kind.name(), MapCounts.FIRED);
            if (fired.count() > 0) {
                Cell recovered = cell(MapSeries.ALERT, kind.name(), AlertOutput.State.RECOVERED.name());
                ObjectNode row = json.addObject()
                        .put("kind", kind.name())
                        .put("fired", fired.count())
                        .put("recovered", recovered.count())
                        .put("retracted", ended(kind, AlertOutput.State.RETRACTED))
                        .put("expired", ended(kind, AlertOutput.State.EXPIRED));
                row.set("atStake", CellJson.money(fired.values()));
                row.set("won", CellJson.money(recovered.values()));
            }
        }
        return json;
    }

    private long ended(Kind kind, AlertOutput.State state) {
        return cell(MapSeries.ALERT, kind.name(), state.name()).count();
    }

    ArrayNode churn() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Map.Entry<MapLine, Cell> line : counted(MapSeries.CHURN)) {
            String[] standing = line.getKey().to().split(" ", 2);
            json.addObject()
                    .put("kind", line.getKey().from())
                    .put("level", Integer.parseInt(standing[1]))
                    .put("state", standing[0])
                    .put("count", line.getValue().count())
                    .set("value", CellJson.money(line.getValue().values()));
        }
        return json;
    }

    private List<Map.Entry<MapLine, Cell>> counted(MapSeries series) {
        return sum.lines().entrySet().stream()
                .filter(line -> line.getKey().series() == series)
                .filter(line -> line.getValue().count() > 0)
                .toList();
    }

    private Cell cell(MapSeries series, String from, String to) {
        return sum.lines().getOrDefault(new MapLine(series, from, to), new Cell());
    }
}
