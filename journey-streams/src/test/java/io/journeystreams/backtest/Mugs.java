package io.journeystreams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.engine.EnginePolicy;
import java.nio.file.Path;
import java.util.List;

/** Ann, who puts two mugs into her cart and may buy them. */
final class Mugs {

    static final String ADDED = """
            {"eventId":"e1","type":"product_added","occurredAt":"2026-03-01T10:00:00Z","source":"clickstream",\
            "customerId":"ann","device":"web","channel":"email",\
            "lines":[{"productId":"p1","name":"Mug","quantity":2,"unitPrice":"12.50","currency":"EUR"}]}""";

    private Mugs() {}

    static String order(String occurredAt) {
        return """
        {"eventId":"o1","type":"order_placed","occurredAt":"%s","source":"clickstream","customerId":"ann","orderId":"1",\
        "lines":[{"productId":"p1"}]}""".formatted(occurredAt);
    }

    static BacktestRun run(Path directory, String... lines) {
        return BacktestRun.of(directory, EnginePolicy.defaults(), List.of(lines));
    }

    /** The alert without its evidence, which names the file and the line. */
    static String alertOf(Path directory, Path file) {
        ObjectNode alert = (ObjectNode) only(BacktestRun.of(directory, file).records("abandonment.ndjson"));
        return alert.without("evidence").toString();
    }

    static JsonNode only(List<JsonNode> records) {
        assertThat(records).hasSize(1);
        return records.get(0);
    }
}
