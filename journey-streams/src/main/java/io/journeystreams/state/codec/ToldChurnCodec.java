package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredToldChurn;
import io.journeystreams.contracts.StoredToldChurnAlert;
import io.journeystreams.contracts.StoredToldSettlement;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.Settlement;
import io.journeystreams.domain.churn.ToldAlert;
import io.journeystreams.domain.fact.Told;
import io.journeystreams.domain.profile.ToldFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What readers have been told of a customer's leaving. In general that is the alert that the settled journey has, and such a one is not
 * stored again.
 */
final class ToldChurnCodec {

    private ToldChurnCodec() {}

    /**
     * Null if nothing has been told.
     *
     * @param settled alerts of the settled journey
     */
    static @Nullable StoredToldChurn store(ToldFacts told, List<ChurnAlert> settled, TextTable texts) {
        return told.churn().isEmpty() && told.settlements().isEmpty()
                ? null
                : new StoredToldChurn(
                        told.churn().stream()
                                .map(known -> store(known, settled, texts))
                                .toList(),
                        told.settlements().stream()
                                .map(known -> new StoredToldSettlement(
                                        ForecastCodec.store(known.fact(), texts), ToldCodec.revision(known)))
                                .toList());
    }

    static List<ToldAlert> alerts(@Nullable StoredToldChurn stored, List<ChurnAlert> settled, Texts texts) {
        return stored == null
                ? List.of()
                : stored.getAlerts().stream()
                        .map(known -> new ToldAlert(
                                alert(known, settled, texts),
                                Math.abs(known.getRevision()),
                                known.getRevision() > 0,
                                known.getWasActionable()))
                        .toList();
    }

    static List<Told<Settlement>> settlements(@Nullable StoredToldChurn stored, Texts texts) {
        return stored == null
                ? List.of()
                : stored.getSettlements().stream()
                        .map(known -> ToldCodec.told(ForecastCodec.read(known.getFact(), texts), known.getRevision()))
                        .toList();
    }

    private static StoredToldChurnAlert store(ToldAlert known, List<ChurnAlert> settled, TextTable texts) {
        int place = settled.indexOf(known.alert());
        boolean isSettled = place >= 0;
        return new StoredToldChurnAlert(
                isSettled ? place : null,
                isSettled ? null : ChurnAlertCodec.store(known.alert(), texts),
                known.stands() ? known.revision() : -known.revision(),
                known.wasActionable());
    }

    private static ChurnAlert alert(StoredToldChurnAlert stored, List<ChurnAlert> settled, Texts texts) {
        if (stored.getPlace() != null) {
            return Places.get(settled, stored.getPlace());
        }
        if (stored.getFact() == null) {
            throw new UnreadableStateException("an alert that was told of must be stored");
        }
        return ChurnAlertCodec.read(stored.getFact(), texts);
    }
}
