package io.journeystreams.domain.churn;

import io.journeystreams.domain.fact.FactOutput;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How well risks agree with what happened (rule C5), each kind of forecast for itself. */
public record Calibration(Map<Series, Reliability> series) {

    public static final Calibration NONE = new Calibration(Map.of());

    public Calibration {
        Map<Series, Reliability> ordered = new EnumMap<>(Series.class);
        ordered.putAll(series);
        series = Collections.unmodifiableMap(ordered);
    }

    /** Forecasts that are judged together. */
    public enum Series {
        /** Alerts about customers without a contract. */
        FIRING,
        /** A sample of the other customers without a contract. */
        SAMPLE,
        /** Alerts about customers with a contract. */
        CONTRACTUAL;

        private static Series of(Forecast forecast) {
            if (forecast.kind() == ChurnKind.CONTRACTUAL) {
                return CONTRACTUAL;
            }
            return forecast.group() == Forecast.Group.FIRING ? FIRING : SAMPLE;
        }
    }

    public Reliability of(Series one) {
        return series.getOrDefault(one, Reliability.NONE);
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
        for (Map.Entry<Series, Reliability> entry : other.series.entrySet()) {
            sum = sum.with(entry.getKey(), sum.of(entry.getKey()).plus(entry.getValue()));
        }
        return sum;
    }

    private Calibration after(FactOutput<Settlement> output) {
        Settlement settlement = output.fact();
        Series one = Series.of(settlement.forecast());
        double risk = settlement.forecast().risk();
        Reliability before = of(one);
        return with(
                one,
                switch (output.state()) {
                    case STATED -> before.with(risk, settlement.left());
                    case CORRECTED -> before.without(risk, !settlement.left()).with(risk, settlement.left());
                    case RETRACTED -> before.without(risk, settlement.left());
                });
    }

    private Calibration with(Series one, Reliability reliability) {
        Map<Series, Reliability> next = new EnumMap<>(Series.class);
        next.putAll(series);
        next.put(one, reliability);
        return new Calibration(next);
    }
}
