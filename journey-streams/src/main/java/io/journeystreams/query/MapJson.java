package io.journeystreams.query;

import static io.journeystreams.query.DecisionsJson.time;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.map.Grain;
import io.journeystreams.map.MapQuestion;
import java.util.Set;

/** The journey map as JSON. It names no customer and no product. */
final class MapJson {

    private final EnginePolicy policy;
    private final GraphJson graphs;

    MapJson(EnginePolicy policy) {
        this.policy = policy;
        this.graphs = new GraphJson(policy.course().stages().model());
    }

    /** @param partitions of the journal, those included that did not answer */
    String write(MapQuestion question, MapPart part, int partitions) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        part.clockMs().ifPresentOrElse(ms -> json.put("clock", time(ms)), () -> json.putNull("clock"));
        json.put("from", time(question.fromMs()))
                .put("to", time(question.toMs()))
                .put("grain", question.grain().text());
        ObjectNode kept = json.putObject("kept");
        for (Grain grain : Grain.values()) {
            kept.put(grain.text(), time(grain.keptFromMs(part.clockMs().orElse(question.toMs()))));
        }
        json.putObject("partitions")
                .put("of", partitions)
                .put("answered", part.partitions().size());
        ObjectNode choices = json.putObject("choices");
        put(choices, "channel", part.sum().channels());
        put(choices, "device", part.sum().devices());
        put(choices, "segment", part.sum().segments());
        ArrayNode drawn = json.putArray("graphs");
        for (MapSeries series : MapSeries.values()) {
            if (series.isGraph()) {
                drawn.add(graphs.graph(series, part.sum()));
            }
        }
        json.set("funnel", graphs.funnel(part.sum()));
        json.set("channels", ChannelsJson.of(part.sum()));
        TroubleJson trouble = new TroubleJson(part.sum());
        json.set("friction", trouble.friction());
        json.set("service", trouble.service());
        ObjectNode promises = json.putObject("promises");
        policy.course()
                .service()
                .promises()
                .forEach((channel, promise) -> promises.put(channel.text(), promise.toMillis()));
        json.set("alerts", trouble.alerts());
        json.putObject("trial")
                .put("reminded", part.trial().reminded())
                .put("remindedRecovered", part.trial().remindedRecovered())
                .put("withheld", part.trial().withheld())
                .put("withheldRecovered", part.trial().withheldRecovered());
        ObjectNode churn = json.putObject("churn");
        churn.set("alerts", trouble.churn());
        churn.set("reliability", ReliabilityJson.of(part.calibration()));
        json.set("series", SeriesJson.of(question, part.sum()));
        return json.toString();
    }

    private static void put(ObjectNode choices, String name, Set<String> values) {
        ArrayNode array = choices.putArray(name);
        values.forEach(array::add);
    }
}
