package io.journeystreams.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.journeystreams.map.Cell;
import io.journeystreams.map.MapSum;

/** Where missions begin, and how many of them reach their goal, by entry channel; those that began most come first. */
final class ChannelsJson {

    private ChannelsJson() {}

    static ArrayNode of(MapSum sum) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        sum.entries().entrySet().stream()
                .filter(entry -> entry.getValue().started().count() > 0
                        || entry.getValue().goals().count() > 0)
                .sorted((one, other) -> Long.compare(
                        other.getValue().started().count(),
                        one.getValue().started().count()))
                .forEach(entry -> {
                    Cell goals = entry.getValue().goals();
                    json.addObject()
                            .put("channel", entry.getKey())
                            .put("started", entry.getValue().started().count())
                            .put("goals", goals.count())
                            .set("value", CellJson.money(goals.values()));
                });
        return json;
    }
}
