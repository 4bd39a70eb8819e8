package io.journeystreams.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.journeystreams.domain.event.Money;
import io.journeystreams.map.Durations;
import java.util.Map;

/** Sums and durations of the map as JSON. */
final class CellJson {

    private static final double HALF = 0.5;
    private static final double MOST = 0.9;
    private static final double NEARLY_ALL = 0.99;

    private CellJson() {}

    static ArrayNode money(Map<String, Long> values) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        values.forEach((currency, tenThousandths) -> json.addObject()
                .put("currency", currency)
                .put("amount", new Money(tenThousandths, currency).plainAmount()));
        return json;
    }

    /** Null if nothing lasted. */
    static JsonNode durations(Durations durations) {
        long[] quantiles = durations.quantilesMs(HALF, MOST, NEARLY_ALL);
        return quantiles.length == 0
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("p50", quantiles[0])
                        .put("p90", quantiles[1])
                        .put("p99", quantiles[2]);
    }
}
