package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredAlert;
import io.journeystreams.domain.abandonment.Alert;
import java.util.List;

/** The alerts of a stored profile, by their places. */
final class Alerts {

    private final Products products;
    private final List<Alert> alerts;

    Alerts(List<StoredAlert> stored, Products products) {
        this.products = products;
        this.alerts =
                stored.stream().map(alert -> AlertCodec.read(alert, products)).toList();
    }

    /** @throws UnreadableStateException if there is no such place */
    Alert at(int place) {
        return Places.get(alerts, place);
    }

    Products products() {
        return products;
    }
}
