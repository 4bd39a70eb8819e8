package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredAlert;
import io.journeystreams.contracts.StoredAlertMention;
import io.journeystreams.contracts.StoredAlertState;
import io.journeystreams.contracts.StoredKind;
import io.journeystreams.contracts.StoredPublishedAlert;
import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.Alert.Visit;
import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.AlertStatus;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.PublishedAlert;
import io.journeystreams.domain.abandonment.SubjectKey;
import java.util.Optional;

/** Alerts, once each, and those who mention them. */
final class AlertCodec {

    private AlertCodec() {}

    /** Without session and status: these are with each mention. */
    static StoredAlert store(Alert alert, ProductTable products) {
        TextTable texts = products.texts();
        return new StoredAlert(
                texts.place(alert.id().value()),
                Codes.store(StoredKind.class, alert.subject().kind()),
                texts.place(alert.subject().id()),
                alert.armSeq(),
                Moments.store(alert.armedAtMs()),
                Moments.store(alert.lastActivityAtMs()),
                Moments.store(alert.deadlineMs()),
                AboutCodec.store(alert.about(), products),
                LineCodec.store(alert.lines(), products),
                texts.place(alert.visit().deviceId()),
                texts.place(alert.visit().device()),
                texts.place(alert.visit().channel()),
                AboutCodec.storeEvidence(alert.evidence(), texts));
    }

    static Alert read(StoredAlert stored, Products products) {
        Texts texts = products.texts();
        return new Alert(
                new AlertId(texts.at(stored.getId())),
                new SubjectKey(Codes.read(Kind.class, stored.getKind()), texts.at(stored.getSubjectId())),
                stored.getArmSeq(),
                Moments.read(stored.getArmedAt()),
                Moments.read(stored.getLastActivityAt()),
                Moments.read(stored.getDeadlineAt()),
                AboutCodec.read(stored.getAbout(), products),
                LineCodec.read(stored.getLines(), products),
                new Visit(
                        Optional.empty(),
                        texts.find(stored.getDeviceId()),
                        texts.find(stored.getDevice()),
                        texts.find(stored.getChannel())),
                AboutCodec.readEvidence(stored.getEvidence(), texts),
                new AlertStatus.Live());
    }

    static StoredAlertMention mention(Alert alert, AlertTable alerts) {
        return new StoredAlertMention(
                alerts.place(alert),
                alerts.products().texts().place(alert.visit().sessionId()),
                AlertStatusCodec.store(alert.status()));
    }

    static Alert read(StoredAlertMention stored, Alerts alerts) {
        return alerts.at(stored.getAlert())
                .withSession(alerts.products().texts().find(stored.getSessionId()))
                .withStatus(AlertStatusCodec.read(stored.getStatus()));
    }

    static StoredPublishedAlert store(PublishedAlert published, AlertTable alerts) {
        return new StoredPublishedAlert(
                mention(published.alert(), alerts),
                published.revision(),
                Codes.store(StoredAlertState.class, published.state()),
                published.inActions());
    }

    static PublishedAlert read(StoredPublishedAlert stored, Alerts alerts) {
        return new PublishedAlert(
                read(stored.getAlert(), alerts),
                stored.getRevision(),
                Codes.read(AlertOutput.State.class, stored.getState()),
                stored.getInActions());
    }
}
