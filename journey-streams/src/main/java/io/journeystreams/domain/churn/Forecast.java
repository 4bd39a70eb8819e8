package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.DerivedId;
import io.journeystreams.domain.event.EventId;
import java.util.Optional;

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

    /** Id of the alert that it was made for; empty for a sample. */
    public Optional<String> alertId(String tenant) {
        return group == Group.FIRING
                ? Optional.of(DerivedId.of(tenant, ChurnAlert.causeOf(kind, by)))
                : Optional.empty();
    }

    /** @param left nothing was bought within the horizon, or the contract ended */
    Settlement settled(boolean left) {
        return new Settlement(this, left);
    }
}
