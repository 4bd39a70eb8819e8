package io.journeystreams.query;

import static io.journeystreams.query.DecisionsJson.time;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.map.MapCounts;
import io.journeystreams.domain.map.MapLine;
import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.domain.service.Friction;
import io.journeystreams.map.MapQuestion;
import io.journeystreams.map.MapSum;
import java.util.Map;
import java.util.function.Predicate;

/** What was counted when, one stretch of time after the other. */
final class SeriesJson {

    private SeriesJson() {}

    static ArrayNode of(MapQuestion question, MapSum sum) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        long lengthMs = question.grain().lengthMs();
        for (long atMs = question.fromMs(); atMs < question.toMs(); atMs += lengthMs) {
            Map<MapLine, Long> at = sum.counts().getOrDefault(atMs, Map.of());
            json.addObject()
                    .put("at", time(atMs))
                    .put("started", count(at, MapLine::isStart))
                    .put("goals", count(at, MapLine::isGoal))
                    .put("friction", count(at, line -> line.series() == MapSeries.FRICTION))
                    .put("paymentsFailed", count(at, SeriesJson::isFailedPayment))
                    .put("fired", count(at, line -> isAlert(line, MapCounts.FIRED)))
                    .put("recovered", count(at, line -> isAlert(line, AlertOutput.State.RECOVERED.name())));
        }
        return json;
    }

    private static long count(Map<MapLine, Long> at, Predicate<MapLine> wanted) {
        return at.entrySet().stream()
                .filter(line -> wanted.test(line.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static boolean isFailedPayment(MapLine line) {
        return line.series() == MapSeries.FRICTION && line.to().equals(Friction.Kind.PAYMENT_FAILED.name());
    }

    private static boolean isAlert(MapLine line, String state) {
        return line.series() == MapSeries.ALERT && line.to().equals(state);
    }
}
