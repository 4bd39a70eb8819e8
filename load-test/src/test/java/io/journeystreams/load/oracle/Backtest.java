package io.journeystreams.load.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.Page;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.StageTransitionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** The processor as a black box without a broker: {@code journey backtest}, a process, from files to files (docs/backtest.md). */
final class Backtest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final Path directory;

    Backtest(Path directory) {
        this.directory = directory;
    }

    Published run(List<InputRecord> log, ShopRules rules) throws IOException, InterruptedException {
        Path events = Files.write(
                directory.resolve("events.ndjson"),
                log.stream().map(Backtest::line).toList());
        Path config = Files.writeString(directory.resolve("journey.yaml"), rules.yaml());
        Path out = directory.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.journeystreams.cli.Journey",
                        "backtest",
                        "--events",
                        events.toString(),
                        "--out",
                        out.toString(),
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log.txt").toFile())
                .start();
        if (!process.waitFor(AT_MOST.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("backtest: " + Files.readString(directory.resolve("log.txt")));
        }
        return published(out);
    }

    static Published published(Path out) throws IOException {
        return new Published(
                read(out.resolve("sessions.ndjson"), SessionEvent.class),
                read(out.resolve("abandonment.ndjson"), AbandonmentEvent.class),
                read(out.resolve("abandonment-actions.ndjson"), AbandonmentEvent.class),
                read(out.resolve("stage-transitions.ndjson"), StageTransitionEvent.class));
    }

    // ---- input

    static String line(InputRecord input) {
        ObjectNode node = JSON.createObjectNode();
        SpecificRecord event = input.event();
        node.put("source", event instanceof CrmEvent ? "crm" : "clickstream");
        node.put("recordTimestamp", Instant.ofEpochMilli(input.timestampMs()).toString());
        for (String field : List.of(
                "eventId",
                "type",
                "occurredAt",
                "anonymousId",
                "customerId",
                "device",
                "channel",
                "cartId",
                "checkoutId",
                "orderId",
                "total",
                "currency")) {
            Object value = get(event, field);
            node.put(field, value == null ? null : value.toString());
        }
        node.put("test", (Boolean) get(event, "test"));
        node.set("attributes", JSON.valueToTree(get(event, "attributes")));
        Page page = (Page) get(event, "page");
        if (page != null) {
            node.putObject("page").put("url", page.getUrl()).put("title", page.getTitle());
        }
        ArrayNode lines = node.putArray("lines");
        for (Line line : event instanceof ClickstreamEvent click ? click.getLines() : ((CrmEvent) event).getLines()) {
            lines.addObject()
                    .put("productId", line.getProductId())
                    .put("name", line.getName())
                    .put("quantity", line.getQuantity())
                    .put(
                            "unitPrice",
                            line.getUnitPrice() == null
                                    ? null
                                    : line.getUnitPrice().toPlainString())
                    .put("currency", line.getCurrency());
        }
        return node.toString();
    }

    private static @Nullable Object get(SpecificRecord event, String field) {
        return event.get(event.getSchema().getField(field).pos());
    }

    // ---- output

    private static <T extends SpecificRecordBase> List<T> read(Path file, Class<T> type) throws IOException {
        List<T> records = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            try {
                T record = type.getDeclaredConstructor().newInstance();
                fill(record, JSON.readTree(line));
                records.add(record);
            } catch (ReflectiveOperationException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
        return records;
    }

    private static void fill(SpecificRecordBase record, JsonNode node) throws ReflectiveOperationException {
        for (Schema.Field field : record.getSchema().getFields()) {
            record.put(field.pos(), value(field.schema(), node.get(field.name())));
        }
    }

    private static @Nullable Object value(Schema schema, @Nullable JsonNode node) throws ReflectiveOperationException {
        if (node == null || node.isNull()) {
            return null;
        }
        return switch (schema.getType()) {
            case UNION -> value(schema.getTypes().get(1), node);
            case STRING -> node.asText();
            case INT -> node.asInt();
            case LONG -> schema.getLogicalType() == null ? (Object) node.asLong() : Instant.parse(node.asText());
            case BOOLEAN -> node.asBoolean();
            case DOUBLE -> node.asDouble();
            case BYTES -> new BigDecimal(node.asText());
            case ENUM -> symbol(schema, node.asText());
            case ARRAY -> array(schema, node);
            case MAP -> JSON.convertValue(node, Map.class);
            case RECORD -> record(schema, node);
            default -> throw new IllegalStateException("not in our contracts: " + schema);
        };
    }

    private static Object symbol(Schema schema, String text) throws ReflectiveOperationException {
        return Class.forName(schema.getFullName())
                .getMethod("valueOf", String.class)
                .invoke(null, text);
    }

    private static List<@Nullable Object> array(Schema schema, JsonNode node) throws ReflectiveOperationException {
        List<@Nullable Object> values = new ArrayList<>();
        for (JsonNode element : node) {
            values.add(value(schema.getElementType(), element));
        }
        return values;
    }

    private static Object record(Schema schema, JsonNode node) throws ReflectiveOperationException {
        SpecificRecordBase record = Class.forName(schema.getFullName())
                .asSubclass(SpecificRecordBase.class)
                .getDeclaredConstructor()
                .newInstance();
        fill(record, node);
        return record;
    }
}
