package io.journeystreams.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.churn.Calibration;
import io.journeystreams.domain.churn.Reliability;
import java.util.Locale;

/** How well churn risks agreed with what happened (rule C5); bins that hold nothing are left out. */
final class ReliabilityJson {

    private ReliabilityJson() {}

    static ArrayNode of(Calibration calibration) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        calibration.series().forEach((series, reliability) -> {
            ObjectNode row = json.addObject().put("series", series.name().toLowerCase(Locale.ROOT));
            ArrayNode bins = row.putArray("bins");
            for (Reliability.Bin bin : reliability.bins()) {
                if (bin.settled() > 0) {
                    bins.addObject()
                            .put("predicted", bin.predicted() / bin.settled())
                            .put("observed", (double) bin.left() / bin.settled())
                            .put("count", bin.settled());
                }
            }
            reliability.brierScore().ifPresent(score -> row.put("brier", score));
            reliability.calibrationError().ifPresent(error -> row.put("calibrationError", error));
        });
        return json;
    }
}
