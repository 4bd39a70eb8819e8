package io.journeystreams.query;

import static io.journeystreams.query.DecisionsJson.time;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.SilenceStanding;
import io.journeystreams.domain.explain.ChurnStanding;

/** Whether a customer may be leaving, as JSON. */
final class ChurnJson {

    private ChurnJson() {}

    static ObjectNode of(ChurnStanding churn) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("silence", silence(churn.silence()));
        ArrayNode alerts = json.putArray("alerts");
        churn.alerts().forEach(known -> alerts.add(alert(known)));
        return json;
    }

    private static ObjectNode silence(SilenceStanding silence) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("state", silence.state().name());
        silence.unjudged().ifPresent(why -> json.put("reason", why.name()));
        silence.bought().ifPresent(bought -> json.put("orderDays", bought.days())
                .put("firstOrder", time(bought.firstAtMs()))
                .put("lastOrder", time(bought.lastAtMs())));
        silence.measure().ifPresent(now -> json.put("decay", now.decay()).put("risk", now.risk()));
        silence.ahead().pendingAtMs().ifPresent(ms -> json.put("pendingAt", time(ms)));
        silence.ahead().firesAtMs().ifPresent(ms -> json.put("firesAt", time(ms)));
        silence.ahead().escalatesAtMs().ifPresent(ms -> json.put("escalatesAt", time(ms)));
        silence.ahead().judgedAtMs().ifPresent(ms -> json.put("judgedAt", time(ms)));
        silence.version().ifPresent(version -> json.put("parameters", version));
        return json;
    }

    private static ObjectNode alert(ChurnStanding.Known known) {
        ChurnAlert alert = known.alert();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("kind", alert.kind().name())
                .put("alertId", known.id().value())
                .put("state", alert.isFiring() ? "FIRING" : "CLEARED")
                .put("firedAt", time(alert.firedAtMs()))
                .put("level", alert.level());
        alert.escalation().ifPresent(escalation -> json.put("escalatedAt", time(escalation.atMs())));
        json.put("risk", alert.currentScore().risk())
                .put("parameters", alert.currentScore().version());
        alert.ending().ifPresent(ending -> json.put("clearedAt", time(ending.atMs()))
                .put("reason", ending.reason().name()));
        return json;
    }
}
