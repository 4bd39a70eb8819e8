package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.ProfileKey;
import java.util.List;
import java.util.Optional;

/** The end of all alerts of a customer who is forgotten (rule I8). What they were about is not told again. */
public record AlertErasure(List<AlertOutput> outputs) {

    public AlertErasure {
        outputs = List.copyOf(outputs);
    }

    /**
     * @param erasedAtMs event time, epoch milliseconds
     * @param emittedAtMs intake time of the journal entry that led to it, epoch milliseconds
     */
    public static AlertErasure of(ProfileKey profile, AlertLedger told, long erasedAtMs, long emittedAtMs) {
        AlertStatus erased = new AlertStatus.Retracted(erasedAtMs, Reason.ERASED);
        return new AlertErasure(told.alerts().stream()
                .filter(PublishedAlert::isOpen)
                .map(open -> new AlertOutput(
                        profile,
                        open.alert().withoutContent().withStatus(erased),
                        open.revision() + 1,
                        AlertOutput.State.RETRACTED,
                        false,
                        Reason.ERASED,
                        open.inActions(),
                        open.step(),
                        AlertOutput.Delivery.NONE,
                        Optional.empty(),
                        emittedAtMs,
                        Standing.UNKNOWN,
                        Optional.empty()))
                .toList());
    }
}
