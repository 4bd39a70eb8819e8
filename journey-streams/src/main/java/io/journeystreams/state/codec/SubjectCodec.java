package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredArmed;
import io.journeystreams.contracts.StoredDisarmReason;
import io.journeystreams.contracts.StoredDisarmed;
import io.journeystreams.contracts.StoredKind;
import io.journeystreams.contracts.StoredSubject;
import io.journeystreams.domain.abandonment.AlertHistory;
import io.journeystreams.domain.abandonment.Arming;
import io.journeystreams.domain.abandonment.DisarmReason;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.Subject;
import io.journeystreams.domain.abandonment.SubjectKey;
import io.journeystreams.domain.event.EventId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carts, checkouts and payments under way. */
final class SubjectCodec {

    /** The rules' number for a subject that nothing has changed yet. */
    private static final long NEVER_CHANGED = Long.MIN_VALUE;

    /** The rules' number where there is no last alert to wait for. */
    private static final long NO_ALERT = 0;

    private SubjectCodec() {}

    static StoredSubject store(Subject subject, AlertTable alerts) {
        TextTable texts = alerts.products().texts();
        AlertHistory history = subject.alerts();
        return new StoredSubject(
                Codes.store(StoredKind.class, subject.key().kind()),
                texts.place(subject.key().id()),
                AboutCodec.store(subject.about(), alerts.products()),
                arming(subject.arming(), texts),
                subject.armSeq(),
                history.count(),
                Moments.storeUnless(NO_ALERT, history.lastAtMs()),
                history.last().map(alert -> AlertCodec.mention(alert, alerts)).orElse(null),
                history.linkFollowed(),
                Moments.storeUnless(NEVER_CHANGED, subject.changedAtMs()));
    }

    /** Null if idle. */
    private static @Nullable Object arming(Arming arming, TextTable texts) {
        if (arming instanceof Arming.Armed armed) {
            return armed(armed, texts);
        }
        return arming instanceof Arming.Disarmed disarmed ? disarmed(disarmed, texts) : null;
    }

    private static StoredArmed armed(Arming.Armed armed, TextTable texts) {
        return new StoredArmed(
                texts.place(armed.by().value()),
                Moments.store(armed.atMs()),
                Moments.store(armed.touchedAtMs()),
                armed.previous().map(before -> disarmed(before, texts)).orElse(null),
                AboutCodec.storeEvidence(armed.evidence(), texts));
    }

    private static StoredDisarmed disarmed(Arming.Disarmed disarmed, TextTable texts) {
        return new StoredDisarmed(
                texts.place(disarmed.by().value()),
                Codes.store(StoredDisarmReason.class, disarmed.reason()),
                Moments.store(disarmed.atMs()));
    }

    static Subject read(StoredSubject stored, Alerts alerts) {
        Texts texts = alerts.products().texts();
        return new Subject(
                new SubjectKey(Codes.read(Kind.class, stored.getKind()), texts.at(stored.getId())),
                AboutCodec.read(stored.getAbout(), alerts.products()),
                arming(stored.getArming(), texts),
                stored.getArmSeq(),
                history(stored, alerts),
                Moments.readOr(NEVER_CHANGED, stored.getChangedAt()));
    }

    private static Arming arming(@Nullable Object stored, Texts texts) {
        if (stored == null) {
            return new Arming.Idle();
        }
        return stored instanceof StoredArmed armed ? armed(armed, texts) : disarmed((StoredDisarmed) stored, texts);
    }

    private static Arming.Armed armed(StoredArmed stored, Texts texts) {
        return new Arming.Armed(
                new EventId(texts.at(stored.getBy())),
                Moments.read(stored.getAt()),
                Moments.read(stored.getTouchedAt()),
                Optional.ofNullable(stored.getPrevious()).map(before -> disarmed(before, texts)),
                AboutCodec.readEvidence(stored.getEvidence(), texts));
    }

    private static Arming.Disarmed disarmed(StoredDisarmed stored, Texts texts) {
        return new Arming.Disarmed(
                new EventId(texts.at(stored.getBy())),
                Codes.read(DisarmReason.class, stored.getReason()),
                Moments.read(stored.getAt()));
    }

    private static AlertHistory history(StoredSubject stored, Alerts alerts) {
        return new AlertHistory(
                stored.getAlertCount(),
                Moments.readOr(NO_ALERT, stored.getLastAlertAt()),
                Optional.ofNullable(stored.getLastAlert()).map(alert -> AlertCodec.read(alert, alerts)),
                stored.getLinkFollowed());
    }
}
