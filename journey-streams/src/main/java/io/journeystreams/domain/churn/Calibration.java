package io.journeystreams.domain.churn;

import io.journeystreams.domain.churn.Forecast.Group;
import io.journeystreams.domain.fact.FactOutput;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How well risks agree with what happened, by the reason why they were noted down (rule C5). */
public record Calibration(Map<Group, Reliability> groups) {

    public static final Calibration NONE = new Calibration(Map.of());

    public Calibration {
        Map<Group, Reliability> ordered = new EnumMap<>(Group.class);
        ordered.putAll(groups);
        groups = Collections.unmodifiableMap(ordered);
    }

    public Reliability of(Group group) {
        return groups.getOrDefault(group, Reliability.NONE);
    }

    /** After more settlements were published; one that was corrected counts as it is now. */
    public Calibration after(List<FactOutput<Settlement>> outputs) {
        Calibration next = this;
        for (FactOutput<Settlement> output : outputs) {
            next = next.after(output);
        }
        return next;
    }

    /** Of two sets of forecasts. */
    public Calibration plus(Calibration other) {
        Calibration sum = this;
        for (Map.Entry<Group, Reliability> entry : other.groups.entrySet()) {
            sum = sum.with(entry.getKey(), sum.of(entry.getKey()).plus(entry.getValue()));
        }
        return sum;
    }

    private Calibration after(FactOutput<Settlement> output) {
        Settlement settlement = output.fact();
        Group group = settlement.forecast().group();
        double risk = settlement.forecast().risk();
        Reliability before = of(group);
        return with(
                group,
                switch (output.state()) {
                    case STATED -> before.with(risk, settlement.left());
                    case CORRECTED -> before.without(risk, !settlement.left()).with(risk, settlement.left());
                    case RETRACTED -> before.without(risk, settlement.left());
                });
    }

    private Calibration with(Group group, Reliability reliability) {
        Map<Group, Reliability> next = new EnumMap<>(Group.class);
        next.putAll(groups);
        next.put(group, reliability);
        return new Calibration(next);
    }
}
