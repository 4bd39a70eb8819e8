package io.journeystreams.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.abandonment.SubjectKey;
import io.journeystreams.domain.explain.Cause;
import io.journeystreams.domain.explain.ClockStanding;
import io.journeystreams.domain.explain.Explanation;
import io.journeystreams.domain.explain.ProfileDecision;
import io.journeystreams.domain.explain.Publication;
import io.journeystreams.domain.explain.Waiting;
import io.journeystreams.domain.explain.Whereabouts;
import java.time.Instant;

/** An explanation as JSON. docs/explain.md lists the fields; they are added to, never renamed. Absent is left out. */
public final class DecisionsJson {

    private DecisionsJson() {}

    static String text(Explanation explanation, String policyVersion) {
        return of(explanation, policyVersion).toString();
    }

    public static ObjectNode of(Explanation explanation, String policyVersion) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("profile", explanation.profile().value())
                .put("policyVersion", policyVersion);
        putWhereabouts(json, explanation.whereabouts());
        json.set("clock", clock(explanation.clock()));
        ArrayNode decisions = json.putArray("decisions");
        explanation.decisions().forEach(decision -> decisions.add(decision(decision)));
        json.put("leftOut", explanation.leftOut());
        ArrayNode waiting = json.putArray("waiting");
        explanation.waiting().forEach(subject -> waiting.add(waiting(subject)));
        json.set("churn", ChurnJson.of(explanation.churn()));
        return json;
    }

    static void putWhereabouts(ObjectNode json, Whereabouts whereabouts) {
        whereabouts.goesOnIn().ifPresent(other -> json.put("goesOnIn", other.value()));
        if (!whereabouts.predecessors().isEmpty()) {
            ArrayNode before = json.putArray("predecessors");
            whereabouts.predecessors().forEach(other -> before.add(other.value()));
        }
        json.put("sharedDevice", whereabouts.isShared());
        whereabouts.erasedAtMs().ifPresent(ms -> json.put("erasedAt", time(ms)));
    }

    static ObjectNode clock(ClockStanding clock) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        clock.timeMs().ifPresent(ms -> json.put("time", time(ms)));
        json.put("sources", clock.sources()).put("heard", clock.heard());
        ArrayNode slowest = json.putArray("slowest");
        clock.slowest().forEach(slowest::add);
        ArrayNode behind = json.putArray("behind");
        clock.behind().forEach(behind::add);
        return json;
    }

    static ObjectNode decision(ProfileDecision decision) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("at", time(decision.atMs()))
                .put("decision", decision.what().name())
                .put("rule", decision.rule());
        decision.subject().ifPresent(subject -> putSubject(json, subject));
        decision.churn().ifPresent(kind -> json.put("kind", kind.name()));
        decision.alert().ifPresent(id -> json.put("alertId", id.value()));
        decision.deadlineMs().ifPresent(ms -> json.put("deadline", time(ms)));
        decision.reason().ifPresent(reason -> json.put("reason", reason));
        decision.by().ifPresent(other -> putSubject(json.putObject("by"), other));
        if (decision.times() > 1) {
            json.put("times", decision.times());
        }
        decision.cause().ifPresent(cause -> json.set("evidence", cause(cause)));
        decision.publication().ifPresent(publication -> json.set("publication", publication(publication)));
        decision.revision().ifPresent(revision -> json.put("revision", revision));
        return json;
    }

    private static ObjectNode publication(Publication publication) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (publication instanceof Publication.Published published) {
            json.put("state", "PUBLISHED").put("actionable", published.actionable());
            published.revision().ifPresent(revision -> json.put("revision", revision));
            published.gate().ifPresent(gate -> json.put("reason", gate.name()).put("rule", gate.rule()));
            json.put("derived", published.isDerived());
            published.notBeforeMs().ifPresent(ms -> json.put("notBefore", time(ms)));
            return json;
        }
        return json.put("state", publication instanceof Publication.Needless ? "NEEDLESS" : "WAITS");
    }

    static ObjectNode waiting(Waiting waiting) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        putSubject(json, waiting.subject());
        json.put("deadline", time(waiting.deadlineMs()));
        waiting.putOffBy().ifPresent(rule -> json.put("putOffBy", rule));
        waiting.armedBy().ifPresent(cause -> json.set("armedBy", cause(cause)));
        return json;
    }

    private static ObjectNode cause(Cause cause) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("eventId", cause.eventId().value());
        cause.type().ifPresent(type -> json.put("type", type));
        cause.position().ifPresent(position -> json.put("topic", position.topic())
                .put("partition", position.partition())
                .put("offset", position.offset()));
        return json;
    }

    private static void putSubject(ObjectNode json, SubjectKey subject) {
        json.put("kind", subject.kind().name()).put("subjectId", subject.id());
    }

    static String time(long ms) {
        return Instant.ofEpochMilli(ms).toString();
    }
}
