package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredCancellation;
import io.journeystreams.contracts.StoredChurnAlert;
import io.journeystreams.contracts.StoredChurnEnding;
import io.journeystreams.contracts.StoredChurnKind;
import io.journeystreams.contracts.StoredChurnReason;
import io.journeystreams.contracts.StoredEscalation;
import io.journeystreams.domain.churn.Cancellation;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.ChurnKind;
import io.journeystreams.domain.churn.ChurnReason;
import io.journeystreams.domain.event.EventId;
import java.util.Optional;

/** Alerts that a customer may be leaving. */
final class ChurnAlertCodec {

    private ChurnAlertCodec() {}

    static StoredChurnAlert store(ChurnAlert alert, TextTable texts) {
        return new StoredChurnAlert(
                Codes.store(StoredChurnKind.class, alert.kind()),
                texts.place(alert.armedBy().value()),
                Moments.store(alert.firedAtMs()),
                ChurnScoreCodec.store(alert.score(), texts),
                alert.escalation()
                        .map(escalation -> new StoredEscalation(
                                escalation.level(),
                                Moments.store(escalation.atMs()),
                                ChurnScoreCodec.store(escalation.score(), texts)))
                        .orElse(null),
                alert.ending()
                        .map(ending -> new StoredChurnEnding(
                                Codes.store(StoredChurnReason.class, ending.reason()),
                                Moments.store(ending.atMs()),
                                texts.place(ending.by().map(EventId::value))))
                        .orElse(null),
                alert.isTimed(),
                alert.cancellation()
                        .map(said -> new StoredCancellation(
                                Moments.store(said.effectiveAtMs()),
                                said.feedback().orElse(null)))
                        .orElse(null));
    }

    static ChurnAlert read(StoredChurnAlert stored, Texts texts) {
        return new ChurnAlert(
                Codes.read(ChurnKind.class, stored.getKind()),
                new EventId(texts.at(stored.getArmedBy())),
                Moments.read(stored.getFiredAt()),
                ChurnScoreCodec.read(stored.getScore(), texts),
                Optional.ofNullable(stored.getEscalation())
                        .map(escalation -> new ChurnAlert.Escalation(
                                escalation.getLevel(),
                                Moments.read(escalation.getAt()),
                                ChurnScoreCodec.read(escalation.getScore(), texts))),
                Optional.ofNullable(stored.getEnding())
                        .map(ending -> new ChurnAlert.Ending(
                                Codes.read(ChurnReason.class, ending.getReason()),
                                Moments.read(ending.getAt()),
                                texts.find(ending.getBy()).map(EventId::new))),
                stored.getTimed(),
                Optional.ofNullable(stored.getCancellation())
                        .map(said -> new Cancellation(
                                Moments.find(said.getEffectiveAt()), Optional.ofNullable(said.getFeedback()))));
    }
}
