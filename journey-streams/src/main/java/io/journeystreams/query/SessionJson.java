package io.journeystreams.query;

import static io.journeystreams.query.DecisionsJson.time;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.session.PublishedSession;
import io.journeystreams.domain.session.Session;
import java.util.List;

/** A session as JSON, with the names of its contract. What a page's address may give away is left out. */
final class SessionJson {

    private SessionJson() {}

    /** @param published among which is what readers have been told of it, if anything */
    static ObjectNode of(Session session, List<PublishedSession> published) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        published.stream().filter(told -> told.isPartOf(session)).findFirst().ifPresent(told -> json.put(
                        "sessionId", told.id().value())
                .put("revision", told.revision())
                .put("closed", told.wasClosed()));
        json.put("startedAt", time(session.startedAtMs()))
                .put("endedAt", time(session.endedAtMs()))
                .put("durationMs", session.durationMs())
                .put("deviceId", session.deviceId().value());
        session.device().ifPresent(device -> json.put("device", device));
        json.put("events", session.events())
                .put("views", session.views())
                .put("engaged", session.isEngaged())
                .put("bot", session.isBot())
                .put("converted", session.converted());
        session.entryChannel().ifPresent(channel -> json.put("entryChannel", channel));
        session.entryCampaign().ifPresent(campaign -> json.put("entryCampaign", campaign));
        ArrayNode touches = json.putArray("touches");
        session.touches().forEach(touches::add);
        ProfileJson.putMoney(json, "orderValue", session.orderValue());
        return json.put("endReason", session.end().name());
    }
}
