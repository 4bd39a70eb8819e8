package io.journeystreams.query;

import static io.journeystreams.query.DecisionsJson.time;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.PublishedAlert;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.cart.Cart;
import io.journeystreams.domain.cart.Purchases;
import io.journeystreams.domain.cart.Purchases.Purchase;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.Totals;
import io.journeystreams.domain.explain.ProfilePicture;
import io.journeystreams.domain.person.Consent;
import io.journeystreams.domain.person.Person;
import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.Mission;
import io.journeystreams.domain.stage.Stages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A profile as JSON. Fields have the names of the published contracts; they are added to, never renamed, and what is absent is
 * left out. No address of the person stands in it: that one is known is all that is said.
 */
final class ProfileJson {

    /** Orders and sessions listed, the latest; the counts tell how many there were. */
    private static final int MOST_LISTED = 50;

    private final EnginePolicy policy;

    ProfileJson(EnginePolicy policy) {
        this.policy = policy;
    }

    ObjectNode of(ProfilePicture picture) {
        ProfileState state = picture.state();
        Journey journey = picture.journey();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("profile", state.key().value())
                .put("tenant", policy.tenant())
                .put("policyVersion", policy.version());
        DecisionsJson.putWhereabouts(json, picture.whereabouts());
        json.set("clock", DecisionsJson.clock(picture.clock()));
        putSeen(json, journey);
        putStages(json, journey);
        putCarts(json, journey);
        putWaiting(json, picture);
        json.put("sessions", journey.sessionCount());
        putSessions(json, state, journey);
        putOrders(json, journey.purchases());
        json.set("churn", ChurnJson.of(picture.churn()));
        json.set("person", person(journey.person()));
        json.set("counts", counts(state, journey));
        return json;
    }

    private static void putSeen(ObjectNode json, Journey journey) {
        if (journey.isKnown()) {
            json.put("firstSeenAt", time(journey.firstSeenAtMs())).put("lastSeenAt", time(journey.lastSeenAtMs()));
        }
        if (journey.lastActivityAtMs() != Long.MIN_VALUE) {
            json.put("lastActivityAt", time(journey.lastActivityAtMs()));
        }
    }

    private void putStages(ObjectNode json, Journey journey) {
        Stages stages = journey.course().stages();
        stages.lifecycle().stage().ifPresent(stage -> json.put("lifecycle", stage)
                .put("lifecycleSince", time(stages.lifecycle().sinceMs())));
        stages.stage(policy.course().stages().model()).ifPresent(stage -> json.put("stage", stage));
        stages.mission().ifPresent(mission -> json.set("mission", mission(mission)));
        stages.lifecycle().firstChannel().ifPresent(channel -> json.put("firstTouchChannel", channel.text()));
        ObjectNode touchpoints = json.putObject("touchpoints");
        new TreeMap<>(journey.course().service().touches())
                .forEach((channel, count) -> touchpoints.put(channel.text(), count));
    }

    private ObjectNode mission(Mission mission) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("missionId", mission.mark().id(policy.tenant()))
                .put("missionNumber", mission.mark().number())
                .put("since", time(mission.sinceMs()))
                .put("lastTouchAt", time(mission.lastTouchAtMs()));
        mission.mark().entryChannel().map(Channel::text).ifPresent(channel -> json.put("entryChannel", channel));
        return json;
    }

    private static void putCarts(ObjectNode json, Journey journey) {
        ArrayNode carts = json.putArray("openCarts");
        journey.carts().carts().stream().filter(cart -> !cart.isEmpty()).forEach(cart -> carts.add(cart(cart)));
    }

    private static ObjectNode cart(Cart cart) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        putCartId(json, cart.id());
        json.put("changedAt", time(cart.changedAtMs()));
        putLines(json, cart.contents());
        putMoney(json, "total", Totals.of(cart.contents()));
        return json;
    }

    private static void putWaiting(ObjectNode json, ProfilePicture picture) {
        ArrayNode waiting = json.putArray("waiting");
        picture.waiting().forEach(subject -> waiting.add(DecisionsJson.waiting(subject)));
        ArrayNode alerts = json.putArray("openAlerts");
        picture.state().alerts().standing().forEach(alert -> alerts.add(alert(alert)));
        if (picture.state().nextDueAtMs() != ProfileState.NEVER) {
            json.put("nextDeadline", time(picture.state().nextDueAtMs()));
        }
    }

    private static ObjectNode alert(PublishedAlert told) {
        Alert alert = told.alert();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("alertId", alert.id().value())
                .put("revision", told.revision())
                .put("kind", alert.subject().kind().name())
                .put("subjectId", alert.subject().id())
                .put("state", told.state().name())
                .put("reason", told.reason().name())
                .put("step", told.step())
                .put("armSeq", alert.armSeq())
                .put("armedAt", time(alert.armedAtMs()))
                .put("deadline", time(alert.deadlineMs()));
        alert.about().cartId().ifPresent(cart -> putCartId(json, cart));
        putLines(json, alert.lines());
        putMoney(json, "total", alert.total());
        return json;
    }

    private static void putSessions(ObjectNode json, ProfileState state, Journey journey) {
        ArrayNode sessions = json.putArray("recentSessions");
        latest(journey.sessions(), Comparator.comparingLong(session -> session.startedAtMs()))
                .forEach(session -> sessions.add(SessionJson.of(session, state.sessions())));
    }

    private static void putOrders(ObjectNode json, Purchases purchases) {
        json.put("orders", purchases.count()).put("ordersReversed", purchases.reversed());
        purchases.lastAtMs().ifPresent(ms -> json.put("lastOrderAt", time(ms)));
        ArrayNode orders = json.putArray("recentOrders");
        latest(purchases.recent(), Comparator.comparingLong(Purchase::atMs)).forEach(order -> orders.add(order(order)));
    }

    private static ObjectNode order(Purchase order) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        order.orderId().map(OrderId::value).ifPresent(id -> json.put("orderId", id));
        return json.put("eventId", order.eventId().value())
                .put("placedAt", time(order.atMs()))
                .put("state", order.standing().name());
    }

    private static ObjectNode person(Person person) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("reachable", person.reached().isPresent())
                .put("optedIn", person.hasOptedIn())
                .put("refused", person.hasRefused());
        ObjectNode channels = json.putObject("channels");
        for (io.journeystreams.domain.person.Channel channel : io.journeystreams.domain.person.Channel.values()) {
            ObjectNode known = JsonNodeFactory.instance
                    .objectNode()
                    .put("address", person.contacts().containsKey(channel));
            Optional.ofNullable(person.consents().get(channel))
                    .ifPresent(consent -> known.put("consent", consent.status() == Consent.Status.GRANTED));
            channels.set(channel.publishedName(), known);
        }
        return json;
    }

    private static ObjectNode counts(ProfileState state, Journey journey) {
        Tally tally = journey.tally();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("armed", tally.armed())
                .put("abandoned", tally.abandoned())
                .put("open", tally.open());
        ObjectNode disarmed = json.putObject("disarmed");
        tally.disarmed().forEach((reason, count) -> disarmed.put(reason.name(), count));
        return json.put("cartAnomalies", tally.cartAnomalies())
                .put("missions", journey.course().stages().missions())
                .put("recentEvents", state.recent().size());
    }

    private static void putLines(ObjectNode json, List<Line> lines) {
        ArrayNode array = json.putArray("lines");
        lines.forEach(line -> array.add(line(line)));
    }

    private static ObjectNode line(Line line) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("productId", line.product().productId());
        line.product().variantId().ifPresent(variant -> json.put("variantId", variant));
        line.name().ifPresent(name -> json.put("name", name));
        json.put("quantity", line.quantity());
        putMoney(json, "unitPrice", line.unitPrice());
        line.imageUrl().ifPresent(url -> json.put("imageUrl", url));
        line.productUrl().ifPresent(url -> json.put("productUrl", url));
        return json;
    }

    /** An amount as text, and beside it its currency, as in the contracts. */
    static void putMoney(ObjectNode json, String field, Optional<Money> money) {
        money.ifPresent(amount -> json.put(field, amount.plainAmount()).put("currency", amount.currency()));
    }

    /** Left out where the source names none, as in the contracts. */
    private static void putCartId(ObjectNode json, CartId cart) {
        if (!cart.equals(CartId.ONLY)) {
            json.put("cartId", cart.value());
        }
    }

    /** The last of them, oldest first. */
    private static <T> List<T> latest(List<T> all, Comparator<T> order) {
        List<T> ordered = all.stream().sorted(order).toList();
        return ordered.subList(Math.max(0, ordered.size() - MOST_LISTED), ordered.size());
    }
}
