package io.journeystreams.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystreams.contracts.Line;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.intake.ReportedEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the events of scenarios: customer c1 on the web, product A once, unless said otherwise. */
final class ScenarioEvents {

    static final String CLICKSTREAM = "clickstream";
    static final String CRM = "crm";

    private static final String PRICE = "10.00";
    private static final String CURRENCY = "EUR";

    private static final Set<String> FIELDS = Set.of(
            "at",
            "arrives",
            "source",
            "type",
            "id",
            "customerId",
            "anonymousId",
            "device",
            "channel",
            "campaign",
            "cartId",
            "checkoutId",
            "orderId",
            "lines",
            "total",
            "currency",
            "url",
            "test",
            "attributes");

    private final Timeline timeline;

    ScenarioEvents(Timeline timeline) {
        this.timeline = timeline;
    }

    /** When the record was ingested, epoch milliseconds. */
    long arrivesMs(Scenario.Step.Event event) {
        return timeline.atMs(
                event.fields().path("arrives").asText(event.fields().path("at").asText()));
    }

    ReportedEvent reported(Scenario.Step.Event event) {
        JsonNode fields = event.fields();
        fields.fieldNames()
                .forEachRemaining(
                        name -> assertThat(FIELDS).as("fields of an event").contains(name));
        boolean isCrm = fields.path("source").asText(CLICKSTREAM).equals(CRM);
        return new ReportedEvent(
                isCrm ? Source.CRM : Source.CLICKSTREAM,
                event.id(),
                fields.path("type").asText(),
                timeline.atMs(fields.path("at").asText()),
                fields.has("customerId") ? text(fields, "customerId") : "c1",
                text(fields, "anonymousId"),
                fields.has("device") || isCrm ? text(fields, "device") : "web",
                text(fields, "channel"),
                text(fields, "campaign"),
                text(fields, "cartId"),
                text(fields, "checkoutId"),
                text(fields, "orderId"),
                lines(fields),
                fields.has("total") ? new BigDecimal(fields.path("total").asText()) : null,
                currency(fields),
                text(fields, "url"),
                fields.path("test").asBoolean(false),
                attributes(fields));
    }

    /** {@code lines: {A: 1, B/red: 2}}: product, variant, pieces. */
    private static List<Line> lines(JsonNode fields) {
        List<Line> lines = new ArrayList<>();
        fields.path("lines").properties().forEach(line -> {
            String[] product = line.getKey().split("/", 2);
            lines.add(Line.newBuilder()
                    .setProductId(product[0])
                    .setVariantId(product.length > 1 ? product[1] : null)
                    .setQuantity(line.getValue().asInt())
                    .setUnitPrice(new BigDecimal(PRICE).setScale(4))
                    .setCurrency(currency(fields))
                    .build());
        });
        return lines;
    }

    private static String currency(JsonNode fields) {
        return fields.path("currency").asText(CURRENCY);
    }

    private static Map<String, String> attributes(JsonNode fields) {
        Map<String, String> attributes = new TreeMap<>();
        fields.path("attributes")
                .properties()
                .forEach(
                        entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
        return attributes;
    }

    private static @Nullable String text(JsonNode fields, String name) {
        return fields.hasNonNull(name) ? fields.path(name).asText() : null;
    }
}
