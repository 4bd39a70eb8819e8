package io.journeystreams.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystreams.contracts.ChurnDriver;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * The {@code then} of a scenario: {@code abandonment}, {@code actions}, {@code sessions}, {@code transitions}, {@code moments},
 * {@code friction}, {@code churn} and {@code churnSettlements} list what is published, all of it and in order; {@code picture} the last picture of a profile. Of each
 * record the fields that are named are compared, of a record within it by {@code contact.waitMs}, probabilities and weeks to as many
 * places as are written. A list that is left out is
 * not looked at. {@code explains} lists by profile the decisions about it, {@code waiting} what of it waits; {@code evidence}
 * is the id of the event, {@code told} the publication: its revision, and the gate that was shut or {@code OPEN}.
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
        compare(scenario, "churn", answers.churn());
        compare(scenario, "churnSettlements", answers.settlements());
        answers.explanations().forEach((profile, told) -> {
            String what = scenario.name() + ": explains " + profile;
            JsonNode asked = scenario.then().path("explains").path(profile);
            assertThat(decisions(told.path("decisions"), asked.path("decisions")))
                    .as(what)
                    .isEqualTo(wanted(asked.path("decisions")));
            assertThat(decisions(told.path("waiting"), asked.path("waiting")))
                    .as(what + ", waiting")
                    .isEqualTo(wanted(asked.path("waiting")));
            assertThat(told.path("goesOnIn").asText())
                    .as(what)
                    .isEqualTo(asked.path("goesOnIn").asText());
        });
        int pictures = answers.profiles().size();
        compare(scenario, "picture", answers.profiles().subList(Math.max(0, pictures - 1), pictures));
    }

    private List<Map<String, String>> wanted(JsonNode decisions) {
        List<Map<String, String>> wanted = new ArrayList<>();
        decisions.forEach(decision -> wanted.add(wantedDecision(decision)));
        return wanted;
    }

    private Map<String, String> wantedDecision(JsonNode decision) {
        Map<String, String> fields = new LinkedHashMap<>();
        decision.properties()
                .forEach(field -> fields.put(
                        field.getKey(),
                        List.of("at", "deadline", "notBefore").contains(field.getKey())
                                ? Instant.ofEpochMilli(
                                                timeline.atMs(field.getValue().asText()))
                                        .toString()
                                : field.getValue().asText()));
        return fields;
    }

    /** Of each the fields that are asked for; all of those beyond. */
    private static List<Map<String, String>> decisions(JsonNode told, JsonNode asked) {
        List<Map<String, String>> decisions = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Map<String, String> fields = new LinkedHashMap<>();
            JsonNode decision = told.get(i);
            JsonNode names = i < asked.size() ? asked.get(i) : decision;
            names.fieldNames().forEachRemaining(name -> fields.put(name, told(decision, name)));
            decisions.add(fields);
        }
        return decisions;
    }

    private static String told(JsonNode decision, String name) {
        JsonNode publication = decision.path("publication");
        return switch (name) {
            case "evidence" -> decision.path("evidence").path("eventId").asText();
            case "armedBy" -> decision.path("armedBy").path("eventId").asText();
            case "by" ->
                decision.path("by").path("kind").asText() + " "
                        + decision.path("by").path("subjectId").asText();
            case "notBefore" -> publication.path("notBefore").asText();
            case "told" -> told(publication);
            default -> decision.path(name).asText();
        };
    }

    private static String told(JsonNode publication) {
        if (!publication.path("state").asText().equals("PUBLISHED")) {
            return publication.path("state").asText();
        }
        String gate = publication.path("actionable").asBoolean()
                ? "OPEN"
                : publication.path("reason").asText("UNKNOWN") + " "
                        + publication.path("rule").asText();
        return publication.path("revision").asInt() + " " + gate
                + (publication.path("derived").asBoolean() ? " derived" : "");
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
        expected.forEach((name, wanted) -> fields.put(name, actual(record, name, wanted)));
        return fields;
    }

    private static String actual(SpecificRecord record, String name, String wanted) {
        Schema.Field field = record.getSchema().getField(name);
        if (field == null || !(record.get(field.pos()) instanceof Double number)) {
            return actual(record, name);
        }
        int places = wanted.contains(".") ? wanted.length() - wanted.indexOf('.') - 1 : 0;
        return BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_UP).toPlainString();
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
        if (name.equals("drivers") && value instanceof List<?> drivers) {
            return drivers.stream()
                    .map(driver -> ((ChurnDriver) driver).getName())
                    .toList()
                    .toString();
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
