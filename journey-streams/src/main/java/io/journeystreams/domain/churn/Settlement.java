package io.journeystreams.domain.churn;

import io.journeystreams.domain.fact.Fact;

/**
 * What became of a forecast (rule C5).
 *
 * @param left nothing was bought within the horizon, or the contract ended
 */
public record Settlement(Forecast forecast, boolean left) implements Fact {

    @Override
    public long atMs() {
        return forecast.settlesAtMs();
    }

    @Override
    public String cause() {
        return "CHURN_SETTLEMENT|" + forecast.group() + "|" + forecast.kind() + "|"
                + forecast.by().value() + "|" + forecast.madeAtMs();
    }

    @Override
    public String group() {
        return cause();
    }

    @Override
    public boolean isTimed() {
        return true;
    }
}
