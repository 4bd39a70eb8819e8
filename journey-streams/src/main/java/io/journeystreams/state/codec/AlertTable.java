package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredAlert;
import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.AlertStatus;
import java.util.List;
import java.util.Optional;

/**
 * Gives every alert its place, in the order of first use. What the journey and the published ledger know of an alert differs
 * in its status, reminders and session alone, as long as the history has not changed; they share a place only if that is so.
 */
final class AlertTable {

    private static final int USUAL_ALERTS = 4;

    private final ProductTable products;
    private final PlaceTable<Alert, StoredAlert> alerts = PlaceTable.ofSize(USUAL_ALERTS);

    AlertTable(ProductTable products) {
        this.products = products;
    }

    int place(Alert alert) {
        Alert common = alert.withStatus(new AlertStatus.Live())
                .withReminders(List.of())
                .withSession(Optional.empty());
        int known = alerts.find(common);
        return known == PlaceTable.NONE ? alerts.add(common, AlertCodec.store(common, products)) : known;
    }

    ProductTable products() {
        return products;
    }

    List<StoredAlert> stored() {
        return alerts.stored();
    }
}
