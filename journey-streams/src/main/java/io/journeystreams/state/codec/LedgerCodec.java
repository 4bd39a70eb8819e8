package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredLedger;
import io.journeystreams.domain.abandonment.AlertLedger;
import org.jspecify.annotations.Nullable;

/** What has been published of alerts, and what became of it. */
final class LedgerCodec {

    private LedgerCodec() {}

    /** Null if nothing has been published. */
    static @Nullable StoredLedger store(AlertLedger ledger, AlertTable alerts) {
        return ledger.equals(AlertLedger.EMPTY)
                ? null
                : new StoredLedger(
                        ledger.alerts().stream()
                                .map(alert -> AlertCodec.store(alert, alerts))
                                .toList(),
                        Moments.storeUnless(AlertLedger.EMPTY.lastActionAtMs(), ledger.lastActionAtMs()),
                        StoredTallies.store(ledger.trial()));
    }

    static AlertLedger read(@Nullable StoredLedger stored, Alerts alerts) {
        return stored == null
                ? AlertLedger.EMPTY
                : new AlertLedger(
                        stored.getPublished().stream()
                                .map(alert -> AlertCodec.read(alert, alerts))
                                .toList(),
                        Moments.readOr(AlertLedger.EMPTY.lastActionAtMs(), stored.getLastActionAt()),
                        StoredTallies.read(stored.getTrial()));
    }
}
