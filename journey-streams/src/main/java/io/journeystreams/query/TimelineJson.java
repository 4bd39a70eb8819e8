package io.journeystreams.query;

import static io.journeystreams.query.DecisionsJson.time;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.explain.Explanation;
import io.journeystreams.domain.explain.ProfileDecision;
import io.journeystreams.domain.explain.ProfilePicture;
import io.journeystreams.domain.fact.Told;
import io.journeystreams.domain.session.Session;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.Transition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * What happened and what was told of it, in event-time order: events, sessions, stage transitions and decisions. At one time the event
 * comes first, and then what came of it.
 */
final class TimelineJson {

    private final EnginePolicy policy;

    TimelineJson(EnginePolicy policy) {
        this.policy = policy;
    }

    /** @param json made only for what is on the page */
    private record Entry(long atMs, Sort sort, Supplier<ObjectNode> json) {

        private static final Comparator<Entry> ORDER =
                Comparator.comparingLong(Entry::atMs).thenComparing(Entry::sort);
    }

    /** What an entry tells of, in the order in which it is told. */
    private enum Sort {
        EVENT,
        SESSION,
        TRANSITION,
        DECISION
    }

    ObjectNode of(ProfilePicture picture, Explanation explanation, TimelinePage page) {
        List<Entry> all = entries(picture, explanation);
        List<Entry> shown = page.of(all, Entry::atMs);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("profile", picture.state().key().value())
                .put("tenant", policy.tenant())
                .put("policyVersion", policy.version());
        DecisionsJson.putWhereabouts(json, picture.whereabouts());
        json.set("clock", DecisionsJson.clock(picture.clock()));
        ArrayNode entries = json.putArray("entries");
        shown.forEach(entry -> entries.add(json(entry)));
        putBefore(json, all, shown);
        return json;
    }

    /** Where the page before this one begins, if there is one. */
    private static void putBefore(ObjectNode json, List<Entry> all, List<Entry> shown) {
        long earlier = shown.isEmpty()
                ? 0
                : all.stream()
                        .filter(entry -> entry.atMs() < shown.get(0).atMs())
                        .count();
        json.put("leftOut", earlier);
        if (earlier > 0) {
            json.put("before", time(shown.get(0).atMs()));
        }
    }

    private List<Entry> entries(ProfilePicture picture, Explanation explanation) {
        List<Entry> entries = new ArrayList<>();
        for (JourneyEvent event : picture.state().recent()) {
            entries.add(new Entry(event.atMs(), Sort.EVENT, () -> event(event.occurrence())));
        }
        for (Session session : picture.journey().sessions()) {
            entries.add(new Entry(
                    session.startedAtMs(),
                    Sort.SESSION,
                    () -> SessionJson.of(session, picture.state().sessions())));
        }
        for (Told<Transition> told : picture.state().facts().transitions()) {
            if (told.stands()) {
                entries.add(new Entry(told.fact().atMs(), Sort.TRANSITION, () -> transition(told)));
            }
        }
        for (ProfileDecision decision : explanation.decisions()) {
            entries.add(new Entry(decision.atMs(), Sort.DECISION, () -> DecisionsJson.decision(decision)));
        }
        entries.sort(Entry.ORDER);
        return entries;
    }

    private static ObjectNode json(Entry entry) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("at", time(entry.atMs()))
                .put("entry", entry.sort().name());
        json.setAll(entry.json().get());
        return json;
    }

    private static ObjectNode event(Occurrence event) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("eventId", event.id().value())
                .put("type", event.type())
                .put("source", event.source().name())
                .put("deviceId", event.deviceId().value());
        event.device().ifPresent(device -> json.put("device", device));
        event.channel().ifPresent(channel -> json.put("channel", channel));
        event.cartId().filter(cart -> !cart.equals(CartId.ONLY)).ifPresent(cart -> json.put("cartId", cart.value()));
        event.checkoutId().map(CheckoutId::value).ifPresent(id -> json.put("checkoutId", id));
        event.orderId().map(OrderId::value).ifPresent(id -> json.put("orderId", id));
        return json.put("late", event.late())
                .put("test", event.test())
                .put("topic", event.position().topic())
                .put("partition", event.position().partition())
                .put("offset", event.position().offset());
    }

    private ObjectNode transition(Told<Transition> told) {
        Transition transition = told.fact();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("transitionId", transition.id(policy.tenant()))
                .put("revision", told.revision())
                .put("layer", transition.layer().name());
        transition.from().ifPresent(from -> json.put("from", from));
        json.put("to", transition.to())
                .put("direction", transition.direction().name())
                .put("rule", transition.rule());
        ArrayNode evidence = json.putArray("evidence");
        transition.evidence().forEach(event -> evidence.add(event.value()));
        transition.timeSpentMs().ifPresent(ms -> json.put("timeSpentMs", ms));
        transition.mission().ifPresent(mission -> json.put("missionId", mission.id(policy.tenant())));
        transition.channel().map(Channel::text).ifPresent(channel -> json.put("channel", channel));
        json.put("goalReached", transition.goalReached());
        transition.reason().ifPresent(reason -> json.put("reason", reason));
        return json;
    }
}
