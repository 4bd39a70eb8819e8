package io.journeystreams.domain.explain;

import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.abandonment.SubjectKey;
import io.journeystreams.domain.churn.ChurnKind;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Something that was decided about a profile.
 *
 * @param atMs event time, epoch milliseconds
 * @param rule its number in docs/rules.md
 * @param subject what is left unfinished, where it is about that
 * @param churn why the customer may be leaving, where it is about that
 * @param cause the event that it rests on; none where time alone decided
 * @param deadlineMs of the subject after the decision, or of the alert, epoch milliseconds
 * @param reason why, where the rule has several
 * @param by what took the subject's place
 * @param times how often in a row; told once, with the last of them
 * @param revision of the alert that told of the end
 */
public record ProfileDecision(
        long atMs,
        What what,
        String rule,
        Optional<SubjectKey> subject,
        Optional<ChurnKind> churn,
        Optional<AlertId> alert,
        Optional<Cause> cause,
        OptionalLong deadlineMs,
        Optional<String> reason,
        Optional<SubjectKey> by,
        int times,
        OptionalInt revision,
        Optional<Publication> publication) {

    /** What was decided. */
    public enum What {
        ARMED,
        /** Its deadline is another one now. */
        POSTPONED,
        /** Another subject took its place. */
        SUPERSEDED,
        DISARMED,
        /** Its cart went into another one, under whose name it goes on. */
        MERGED,
        /** An event that could have armed something did not. */
        NOT_ARMED,
        /** Its deadline passed: an alert. */
        ABANDONED,
        /** The next reminder step of an alert. */
        REMINDED,
        /** An alert told again, because the customer can be reached at last. */
        REACHABLE,
        /** Readers were told last that an alert stands, after news that changed its story. */
        STANDS,
        RECOVERED,
        RETRACTED,
        EXPIRED,
        /** A customer may be leaving: an alert. */
        FIRED,
        /** It got worse. */
        ESCALATED,
        /** The customer is not leaving after all, or has left. */
        CLEARED,
        /** A visit turned out to be a program's. */
        BOT
    }

    static ProfileDecision of(long atMs, What what, String rule) {
        return new ProfileDecision(
                atMs,
                what,
                rule,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                OptionalInt.empty(),
                Optional.empty());
    }

    boolean isRevision(int number) {
        OptionalInt told = publication
                .filter(Publication.Published.class::isInstance)
                .map(published -> ((Publication.Published) published).revision())
                .orElse(revision);
        return told.isPresent() && told.getAsInt() == number;
    }

    ProfileDecision about(SubjectKey key) {
        return new ProfileDecision(
                atMs,
                what,
                rule,
                Optional.of(key),
                churn,
                alert,
                cause,
                deadlineMs,
                reason,
                by,
                times,
                revision,
                publication);
    }

    ProfileDecision about(ChurnKind kind) {
        return new ProfileDecision(
                atMs,
                what,
                rule,
                subject,
                Optional.of(kind),
                alert,
                cause,
                deadlineMs,
                reason,
                by,
                times,
                revision,
                publication);
    }

    ProfileDecision alert(AlertId id) {
        return new ProfileDecision(
                atMs,
                what,
                rule,
                subject,
                churn,
                Optional.of(id),
                cause,
                deadlineMs,
                reason,
                by,
                times,
                revision,
                publication);
    }

    ProfileDecision because(Optional<Cause> event) {
        return new ProfileDecision(
                atMs, what, rule, subject, churn, alert, event, deadlineMs, reason, by, times, revision, publication);
    }

    ProfileDecision deadline(long ms) {
        return new ProfileDecision(
                atMs,
                what,
                rule,
                subject,
                churn,
                alert,
                cause,
                OptionalLong.of(ms),
                reason,
                by,
                times,
                revision,
                publication);
    }

    ProfileDecision reason(String why) {
        return new ProfileDecision(
                atMs,
                what,
                rule,
                subject,
                churn,
                alert,
                cause,
                deadlineMs,
                Optional.of(why),
                by,
                times,
                revision,
                publication);
    }

    ProfileDecision by(Optional<SubjectKey> other) {
        return new ProfileDecision(
                atMs,
                what,
                rule,
                subject,
                churn,
                alert,
                cause,
                deadlineMs,
                reason,
                other,
                times,
                revision,
                publication);
    }

    ProfileDecision times(int count) {
        return new ProfileDecision(
                atMs, what, rule, subject, churn, alert, cause, deadlineMs, reason, by, count, revision, publication);
    }

    ProfileDecision revision(OptionalInt number) {
        return new ProfileDecision(
                atMs, what, rule, subject, churn, alert, cause, deadlineMs, reason, by, times, number, publication);
    }

    ProfileDecision told(Publication told) {
        return new ProfileDecision(
                atMs,
                what,
                rule,
                subject,
                churn,
                alert,
                cause,
                deadlineMs,
                reason,
                by,
                times,
                revision,
                Optional.of(told));
    }
}
