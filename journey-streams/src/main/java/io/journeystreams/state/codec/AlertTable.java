package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredAlert;
import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.AlertStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives every alert its place, in the order of first use. What the journey and the published ledger know of an alert differs
 * in its status, reminders and session alone, as long as the history has not changed; they share a place only if that is so.
 */
final class AlertTable {

    private final ProductTable products;
    private final Map<Alert, Integer> places = new HashMap<>();
    private final List<StoredAlert> alerts = new ArrayList<>();

    AlertTable(ProductTable products) {
        this.products = products;
    }

    int place(Alert alert) {
        Alert common = alert.withStatus(new AlertStatus.Live())
                .withReminders(List.of())
                .withSession(Optional.empty());
        Integer known = places.putIfAbsent(common, alerts.size());
        if (known != null) {
            return known;
        }
        alerts.add(AlertCodec.store(common, products));
        return alerts.size() - 1;
    }

    ProductTable products() {
        return products;
    }

    List<StoredAlert> stored() {
        return alerts;
    }
}
