package io.journeystreams.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Whether a customer may be leaving, in one line and one more for each alert that fires. Times are UTC. */
final class ChurnStory {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private ChurnStory() {}

    /** @param churn as the processor answers; of a device, that nobody is known by, there is nothing to tell */
    static List<String> of(JsonNode churn) {
        List<String> lines = new ArrayList<>();
        JsonNode silence = churn.path("silence");
        if (silence.has("state") && !text(silence, "reason").equals("ANONYMOUS")) {
            lines.add(silence(silence));
        }
        for (JsonNode alert : churn.path("alerts")) {
            if (text(alert, "state").equals("FIRING")) {
                lines.add("at risk: " + text(alert, "kind") + " since " + moment(alert, "firedAt") + ", level "
                        + alert.path("level").asInt() + ", risk " + share(alert, "risk"));
            }
        }
        return lines;
    }

    private static String silence(JsonNode silence) {
        StringJoiner line = new StringJoiner(", ", "silence: ", "");
        line.add(text(silence, "state").toLowerCase(Locale.ROOT).replace('_', ' ') + reason(silence));
        if (silence.has("orderDays")) {
            line.add("days with an order: " + silence.path("orderDays").asInt() + ", the last "
                    + moment(silence, "lastOrder"));
        }
        if (silence.has("decay")) {
            line.add("decay " + share(silence, "decay") + ", risk " + share(silence, "risk"));
        }
        String since = text(silence, "state").equals("PENDING") ? "since " : "pending at ";
        addMoment(line, since, silence, "pendingAt", "");
        addMoment(line, "fires at ", silence, "firesAt", "");
        addMoment(line, "escalates at ", silence, "escalatesAt", "");
        addMoment(line, "judged by them at ", silence, "judgedAt", " at the latest");
        if (silence.has("parameters")) {
            line.add("parameters " + text(silence, "parameters"));
        }
        return line.toString();
    }

    private static String reason(JsonNode silence) {
        return silence.has("reason") ? ": " + text(silence, "reason") : "";
    }

    private static void addMoment(StringJoiner line, String before, JsonNode node, String field, String after) {
        if (node.has(field)) {
            line.add(before + moment(node, field) + after);
        }
    }

    private static String share(JsonNode node, String field) {
        return String.format(Locale.ROOT, "%.2f", node.path(field).asDouble());
    }

    private static String moment(JsonNode node, String field) {
        return MOMENT.format(Instant.parse(text(node, field)).atZone(ZoneOffset.UTC));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
