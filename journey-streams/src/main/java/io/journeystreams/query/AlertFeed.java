package io.journeystreams.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.map.MapSlice;
import io.journeystreams.domain.stage.Channel;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last alerts that this instance has published since it started, for those who look on. Told before the commit: after a transaction
 * that failed an alert is told once more, and stands here once. Safe for several threads.
 */
public final class AlertFeed {

    static final int MOST = 200;

    private static final Comparator<ObjectNode> NEWEST = Comparator.comparing(
                    (ObjectNode alert) -> Instant.parse(alert.path("at").asText()))
            .reversed();

    private final Map<String, ObjectNode> alerts = new LinkedHashMap<>();

    /** Says nothing of who it is and of what was left, and no word that a shop or customer chose: none of it belongs into a list. */
    public synchronized void add(AlertOutput output) {
        ObjectNode alert = json(output);
        String id = idOf(alert);
        alerts.remove(id);
        alerts.put(id, alert);
        while (alerts.size() > MOST) {
            alerts.remove(alerts.keySet().iterator().next());
        }
    }

    /** The newest first. */
    synchronized List<ObjectNode> newest(int limit) {
        return newest(alerts.values(), limit);
    }

    /**
     * The newest first, each once: after a failure another instance may tell an alert again.
     *
     * @throws DateTimeParseException if one has no time
     */
    static List<ObjectNode> newest(Iterable<ObjectNode> from, int limit) {
        Map<String, ObjectNode> once = new LinkedHashMap<>();
        from.forEach(alert -> once.putIfAbsent(idOf(alert), alert));
        return once.values().stream().sorted(NEWEST).limit(limit).toList();
    }

    private static String idOf(ObjectNode alert) {
        return alert.path("id").asText() + "." + alert.path("revision").asText();
    }

    private static ObjectNode json(AlertOutput output) {
        Alert alert = output.alert();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", alert.id().value())
                .put("revision", output.revision())
                .put("at", Instant.ofEpochMilli(output.emittedAtMs()).toString())
                .put("kind", alert.subject().kind().name())
                .put("state", output.state().name())
                .put("actionable", output.actionable());
        if (output.reason() == Reason.NONE) {
            json.putNull("reason");
        } else {
            json.put("reason", output.reason().name());
        }
        alert.total()
                .ifPresentOrElse(
                        total -> json.putObject("value")
                                .put("currency", total.currency())
                                .put("amount", total.plainAmount()),
                        () -> json.putNull("value"));
        json.put("lines", alert.lines().size());
        json.put("stage", output.standing().stage().orElse(null));
        json.put(
                "channel",
                alert.visit().channel().map(Channel::of).map(Channel::text).orElse(null));
        return json.put("device", alert.visit().device().map(MapSlice::kindOf).orElse(null));
    }
}
