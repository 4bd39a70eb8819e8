package io.journeystreams.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.stage.Channel;
import java.time.Instant;
import java.util.ArrayList;
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
                    (ObjectNode alert) -> alert.path("at").asText())
            .reversed();

    private final Map<String, ObjectNode> alerts = new LinkedHashMap<>();

    /** Says nothing of who it is and of what was left: neither belongs into a list. */
    public synchronized void add(AlertOutput output) {
        String id = output.alert().id().value() + "." + output.revision();
        alerts.remove(id);
        alerts.put(id, json(output));
        while (alerts.size() > MOST) {
            alerts.remove(alerts.keySet().iterator().next());
        }
    }

    /** The newest first. */
    synchronized List<ObjectNode> newest(int limit) {
        return newest(alerts.values(), limit);
    }

    static List<ObjectNode> newest(Iterable<ObjectNode> from, int limit) {
        List<ObjectNode> all = new ArrayList<>();
        from.forEach(all::add);
        all.sort(NEWEST);
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
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
        return json.put("device", alert.visit().device().orElse(null));
    }
}
