package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.EventId;

/**
 * A risk that was told or noted down, and is to be compared with what happens (rule C5).
 *
 * @param by what armed the alert; of a sample, the first order
 * @param madeAtMs epoch milliseconds
 * @param settlesAtMs when its horizon ends, epoch milliseconds
 * @param version of the parameters
 */
public record Forecast(
        Group group, ChurnKind kind, EventId by, long madeAtMs, long settlesAtMs, double risk, String version) {

    /** Why it was made. */
    public enum Group {
        FIRING,
        SAMPLE
    }

    /** @param left nothing was bought within the horizon, or the contract ended */
    Settlement settled(boolean left) {
        return new Settlement(this, left);
    }
}
