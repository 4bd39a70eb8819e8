package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredAlert;
import io.journeystreams.contracts.StoredAlertMention;
import io.journeystreams.contracts.StoredAlertState;
import io.journeystreams.contracts.StoredKind;
import io.journeystreams.contracts.StoredPublishedAlert;
import io.journeystreams.contracts.StoredReason;
import io.journeystreams.contracts.StoredReminder;
import io.journeystreams.contracts.StoredTrialGroup;
import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.Alert.Visit;
import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.AlertStatus;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.PublishedAlert;
import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.abandonment.Reminder;
import io.journeystreams.domain.abandonment.Standing;
import io.journeystreams.domain.abandonment.SubjectKey;
import io.journeystreams.domain.abandonment.Trial;
import java.util.List;
import java.util.Optional;

/** Alerts, once each, and those who mention them. */
final class AlertCodec {

    private AlertCodec() {}

    /** Without session, status and reminders: these are with each mention. */
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
                AboutCodec.storeEvidence(alert.evidence(), texts),
                alert.reachable());
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
                stored.getReachable(),
                new AlertStatus.Live(),
                List.of());
    }

    static StoredAlertMention mention(Alert alert, AlertTable alerts) {
        return new StoredAlertMention(
                alerts.place(alert),
                alerts.products().texts().place(alert.visit().sessionId()),
                AlertStatusCodec.store(alert.status()),
                alert.reminders().stream()
                        .map(reminder -> store(reminder, alerts.products()))
                        .toList());
    }

    static Alert read(StoredAlertMention stored, Alerts alerts) {
        return alerts.at(stored.getAlert())
                .withSession(alerts.products().texts().find(stored.getSessionId()))
                .withStatus(AlertStatusCodec.read(stored.getStatus()))
                .withReminders(stored.getReminders().stream()
                        .map(reminder -> read(reminder, alerts.products()))
                        .toList());
    }

    private static StoredReminder store(Reminder reminder, ProductTable products) {
        return new StoredReminder(
                reminder.step(),
                reminder.becameReachable(),
                reminder.superseded(),
                Moments.store(reminder.atMs()),
                LineCodec.store(reminder.lines(), products));
    }

    private static Reminder read(StoredReminder stored, Products products) {
        return new Reminder(
                stored.getStep(),
                stored.getBecameReachable(),
                stored.getSuperseded(),
                Moments.read(stored.getAt()),
                LineCodec.read(stored.getLines(), products));
    }

    static StoredPublishedAlert store(PublishedAlert published, AlertTable alerts) {
        TextTable texts = alerts.products().texts();
        return new StoredPublishedAlert(
                mention(published.alert(), alerts),
                published.revision(),
                Codes.store(StoredAlertState.class, published.state()),
                Codes.store(StoredReason.class, published.reason()),
                published.inActions(),
                published.step(),
                published.toldReachable(),
                Codes.store(StoredTrialGroup.class, published.group()),
                texts.place(published.standing().stage()),
                texts.place(published.standing().lifecycle()));
    }

    static PublishedAlert read(StoredPublishedAlert stored, Alerts alerts) {
        Texts texts = alerts.products().texts();
        return new PublishedAlert(
                read(stored.getAlert(), alerts),
                stored.getRevision(),
                Codes.read(AlertOutput.State.class, stored.getState()),
                Codes.read(Reason.class, stored.getReason()),
                stored.getInActions(),
                stored.getStep(),
                stored.getToldReachable(),
                Codes.read(Trial.Group.class, stored.getGroup()),
                new Standing(texts.find(stored.getStage()), texts.find(stored.getLifecycle())));
    }
}
