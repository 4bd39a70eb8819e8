package io.journeystreams.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.observe.HttpAnswer;
import io.journeystreams.observe.HttpQuestion;
import io.journeystreams.observe.HttpResource;
import io.journeystreams.observe.PathTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code GET /alerts}: the last alerts of all instances ({@link AlertFeed}), for those who know the token. */
public final class AlertsResource implements HttpResource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/alerts";
    private static final Pattern LIMIT = Pattern.compile("limit=([1-9][0-9]{0,2})");
    private static final int USUAL = 50;
    private static final int OK = 200;

    private final Gate gate;
    private final AlertFeed feed;
    private final MapSource local;
    private final Peers peers;
    private final RecentAnswers<Integer> recent = new RecentAnswers<>();

    /** @param gate lets in who may ask */
    public AlertsResource(Gate gate, AlertFeed feed, MapSource local, Peers peers) {
        this.gate = gate;
        this.feed = feed;
        this.local = local;
        this.peers = peers;
    }

    @Override
    public String prefix() {
        return PATH;
    }

    @Override
    public List<PathTemplate> paths() {
        return List.of(new PathTemplate(PATH));
    }

    @Override
    public HttpAnswer get(HttpQuestion question) {
        if (!question.path().equals(PATH)) {
            return HttpAnswer.NOT_FOUND;
        }
        return gate.refusal(question).orElseGet(() -> admitted(question));
    }

    private HttpAnswer admitted(HttpQuestion question) {
        OptionalInt limit = limit(question.query().orElse(""));
        if (limit.isEmpty()) {
            return Refusal.NO_FEED.answer();
        }
        return question.isForwarded()
                ? answer(feed.newest(limit.getAsInt()))
                : recent.of(
                        limit.getAsInt(),
                        () -> ofAll(limit.getAsInt(), question.authorization().orElse("")));
    }

    private HttpAnswer ofAll(int limit, String authorization) {
        List<ObjectNode> alerts = new ArrayList<>(feed.newest(limit));
        Set<String> others = local.othersThan(local.partitions());
        peers.askEach(others, PATH + "?limit=" + limit, authorization)
                .forEach(theirs -> alerts.addAll(alertsOf(theirs)));
        return answer(AlertFeed.newest(alerts, limit));
    }

    private static HttpAnswer answer(List<ObjectNode> alerts) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        alerts.forEach(json.putArray("alerts")::add);
        return new HttpAnswer(OK, "application/json", json.toString());
    }

    private static OptionalInt limit(String query) {
        if (query.isEmpty()) {
            return OptionalInt.of(USUAL);
        }
        Matcher limit = LIMIT.matcher(query);
        return limit.matches() && Integer.parseInt(limit.group(1)) <= AlertFeed.MOST
                ? OptionalInt.of(Integer.parseInt(limit.group(1)))
                : OptionalInt.empty();
    }

    /** None of an instance that does not answer. */
    private static List<ObjectNode> alertsOf(HttpAnswer answer) {
        List<ObjectNode> alerts = new ArrayList<>();
        try {
            JsonNode json =
                    answer.status() == OK ? JSON.readTree(answer.body()) : JsonNodeFactory.instance.objectNode();
            for (JsonNode alert : json.path("alerts")) {
                if (alert instanceof ObjectNode known) {
                    alerts.add(known);
                }
            }
        } catch (JsonProcessingException e) {
            return List.of();
        }
        return alerts;
    }
}
