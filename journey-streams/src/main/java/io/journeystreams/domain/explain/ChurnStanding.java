package io.journeystreams.domain.explain;

import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.churn.Churn;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.SilenceStanding;
import io.journeystreams.domain.event.ProfileKey;
import java.util.List;

/**
 * Whether a customer may be leaving, as the clock stands.
 *
 * @param alerts the latest of each kind, whether it fires or was cleared; of devices none
 */
public record ChurnStanding(SilenceStanding silence, List<Known> alerts) {

    public ChurnStanding {
        alerts = List.copyOf(alerts);
    }

    /** An alert under the id by which readers know it. */
    public record Known(AlertId id, ChurnAlert alert) {}

    /** @param atMs what the clock shows, epoch milliseconds */
    static ChurnStanding of(ProfileKey profile, String tenant, Churn churn, ChurnPolicy policy, long atMs) {
        return new ChurnStanding(
                SilenceStanding.of(profile, churn, policy, atMs),
                churn.latestAlerts().stream()
                        .filter(alert -> profile.isCustomer() && !(alert.isTimed() && alert.firedAtMs() > atMs))
                        .map(alert -> new Known(new AlertId(alert.id(tenant)), alert))
                        .toList());
    }
}
