package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredExpired;
import io.journeystreams.contracts.StoredReason;
import io.journeystreams.contracts.StoredRecovered;
import io.journeystreams.contracts.StoredRetracted;
import io.journeystreams.domain.abandonment.AlertStatus;
import io.journeystreams.domain.abandonment.Reason;
import org.jspecify.annotations.Nullable;

/** What became of an alert: a branch of the union per state; null while the alert stands. */
final class AlertStatusCodec {

    private AlertStatusCodec() {}

    static @Nullable Object store(AlertStatus status) {
        if (status instanceof AlertStatus.Recovered recovered) {
            return new StoredRecovered(Moments.store(recovered.atMs()), recovered.viaLink());
        }
        if (status instanceof AlertStatus.Retracted retracted) {
            return new StoredRetracted(Moments.store(retracted.atMs()), code(retracted.reason()));
        }
        if (status instanceof AlertStatus.Expired expired) {
            return new StoredExpired(Moments.store(expired.atMs()), code(expired.reason()));
        }
        return null;
    }

    private static StoredReason code(Reason reason) {
        return Codes.store(StoredReason.class, reason);
    }

    static AlertStatus read(@Nullable Object stored) {
        if (stored == null) {
            return new AlertStatus.Live();
        }
        if (stored instanceof StoredRecovered recovered) {
            return new AlertStatus.Recovered(Moments.read(recovered.getAt()), recovered.getViaLink());
        }
        if (stored instanceof StoredRetracted retracted) {
            return new AlertStatus.Retracted(Moments.read(retracted.getAt()), reason(retracted.getReason()));
        }
        StoredExpired expired = (StoredExpired) stored;
        return new AlertStatus.Expired(Moments.read(expired.getAt()), reason(expired.getReason()));
    }

    private static Reason reason(StoredReason stored) {
        return Codes.read(Reason.class, stored);
    }
}
