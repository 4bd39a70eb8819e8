package io.journeystreams.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * The {@code then} of a scenario: {@code abandonment}, {@code actions}, {@code sessions}, {@code transitions}, {@code moments}
 * and {@code friction} list what is published, all of it and in order; {@code picture} the last picture of a profile. Of each
 * record the fields that are named are compared, of a record within it by {@code contact.waitMs}. A list that is left out is
 * not looked at.
 */
public final class Expectation {

    private final Timeline timeline;

    public Expectation(Timeline timeline) {
        this.timeline = timeline;
    }

    public void check(Scenario scenario, Answers answers) {
        assertThat(scenario.then().isEmpty())
                .as("a scenario says what is published")
                .isFalse();
        compare(scenario, "abandonment", answers.abandonment());
        compare(scenario, "actions", answers.actions());
        compare(scenario, "sessions", answers.sessions());
        compare(scenario, "transitions", answers.transitions());
        compare(scenario, "moments", answers.moments());
        compare(scenario, "friction", answers.friction());
        int pictures = answers.profiles().size();
        compare(scenario, "picture", answers.profiles().subList(Math.max(0, pictures - 1), pictures));
    }

    private void compare(Scenario scenario, String topic, List<? extends SpecificRecord> records) {
        if (!scenario.then().has(topic)) {
            return;
        }
        List<Map<String, String>> expected = new ArrayList<>();
        scenario.then().path(topic).forEach(record -> expected.add(expected(record)));
        List<Map<String, String>> actual = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            boolean isExpected = i < expected.size();
            actual.add(isExpected ? named(records.get(i), expected.get(i)) : all(records.get(i)));
        }
        assertThat(actual).as("%s: %s", scenario.name(), topic).isEqualTo(expected);
    }

    private Map<String, String> expected(JsonNode record) {
        Map<String, String> fields = new LinkedHashMap<>();
        record.properties().forEach(field -> fields.put(field.getKey(), expected(field.getKey(), field.getValue())));
        return fields;
    }

    private String expected(String name, JsonNode value) {
        boolean isTime = name.endsWith("At") || name.equals("deadline") || name.equals("notBefore");
        if (isTime && value.isTextual()) {
            return Instant.ofEpochMilli(timeline.atMs(value.asText())).toString();
        }
        return name.equals("lines") ? pieces(value) : value.asText();
    }

    private static String pieces(JsonNode lines) {
        Map<String, String> pieces = new TreeMap<>();
        lines.properties()
                .forEach(line -> pieces.put(line.getKey(), line.getValue().asText()));
        return pieces.toString();
    }

    private static Map<String, String> named(SpecificRecord record, Map<String, String> expected) {
        Map<String, String> fields = new LinkedHashMap<>();
        expected.keySet().forEach(name -> fields.put(name, actual(record, name)));
        return fields;
    }

    private static Map<String, String> all(SpecificRecord record) {
        Map<String, String> fields = new LinkedHashMap<>();
        record.getSchema().getFields().forEach(field -> fields.put(field.name(), actual(record, field.name())));
        return fields;
    }

    private static String actual(SpecificRecord record, String name) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            Object inner = record.get(
                    record.getSchema().getField(name.substring(0, dot)).pos());
            return inner instanceof SpecificRecord nested ? actual(nested, name.substring(dot + 1)) : "null";
        }
        Object value = record.get(record.getSchema().getField(name).pos());
        if (name.equals("lines") && value instanceof List<?> lines) {
            Map<String, String> pieces = new TreeMap<>();
            for (Object line : lines) {
                pieces.put(productOf((io.journeystreams.contracts.Line) line), quantityOf(line));
            }
            return pieces.toString();
        }
        return String.valueOf(value instanceof Map<?, ?> map ? new TreeMap<>(map) : value);
    }

    private static String productOf(io.journeystreams.contracts.Line line) {
        return line.getVariantId() == null ? line.getProductId() : line.getProductId() + "/" + line.getVariantId();
    }

    private static String quantityOf(Object line) {
        return String.valueOf(((io.journeystreams.contracts.Line) line).getQuantity());
    }
}
