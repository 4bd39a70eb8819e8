package io.journeystreams.domain.explain;

import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.AlertStatus;
import io.journeystreams.domain.abandonment.PublishedAlert;
import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.abandonment.Reminder;
import io.journeystreams.domain.abandonment.SubjectKey;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.explain.ProfileDecision.What;
import io.journeystreams.domain.profile.Journey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What became of alerts, step by step. */
final class AlertTeller {

    private final List<JourneyEvent> kept;
    private final Story story;
    private final Publications publications;

    AlertTeller(List<JourneyEvent> kept, Story story, Publications publications) {
        this.kept = kept;
        this.story = story;
        this.publications = publications;
    }

    /** An alert of before the time that is told again. */
    void began(Alert alert, Journey settled) {
        story.add(abandoned(alert, settled));
        alert.reminders().forEach(reminder -> story.add(reminded(alert, reminder, settled)));
        ended(alert, Optional.empty(), Optional.empty());
    }

    void tell(Optional<Cause> cause, Journey before, Journey after) {
        List<Alert> known = before.abandonment().alerts();
        List<Alert> now = after.abandonment().alerts();
        Optional<SubjectKey> latest = now.stream()
                .filter(alert -> Retelling.find(known, alert.id()).isEmpty())
                .map(Alert::subject)
                .findFirst();
        for (Alert alert : now) {
            Optional<Alert> earlier = Retelling.find(known, alert.id());
            if (earlier.isEmpty()) {
                story.add(abandoned(alert, after));
            }
            alert.reminders().stream()
                    .skip(earlier.map(was -> was.reminders().size()).orElse(0))
                    .forEach(reminder -> story.add(reminded(alert, reminder, after)));
            if (!alert.status().equals(earlier.map(Alert::status).orElse(new AlertStatus.Live()))) {
                ended(alert, cause, latest);
            }
        }
    }

    /** What readers were told last, where news since has changed the story. */
    void rest(PublishedAlert told, Journey known) {
        if (!story.tells(told.id(), decision -> decision.what() == What.ABANDONED)) {
            story.add(abandoned(told.alert(), known));
        }
        if (!story.tells(told.id(), decision -> decision.isRevision(told.revision()))) {
            story.add(last(told));
        }
    }

    private static ProfileDecision last(PublishedAlert told) {
        ProfileDecision decision =
                switch (told.state()) {
                    case ABANDONED -> ProfileDecision.of(told.alert().deadlineMs(), What.STANDS, "T10");
                    case RECOVERED -> ProfileDecision.of(told.alert().deadlineMs(), What.RECOVERED, "A6");
                    case RETRACTED ->
                        ProfileDecision.of(told.alert().deadlineMs(), What.RETRACTED, RuleNumbers.ofEnd(told.reason()));
                    case EXPIRED ->
                        ProfileDecision.of(told.alert().deadlineMs(), What.EXPIRED, RuleNumbers.ofEnd(told.reason()));
                };
        ProfileDecision full = decision.about(told.alert().subject())
                .alert(told.id())
                .deadline(told.alert().deadlineMs())
                .revision(OptionalInt.of(told.revision()));
        return told.reason() == Reason.NONE ? full : full.reason(told.reason().name());
    }

    private ProfileDecision abandoned(Alert alert, Journey then) {
        return ProfileDecision.of(alert.deadlineMs(), What.ABANDONED, "T5")
                .about(alert.subject())
                .alert(alert.id())
                .because(alert.evidence().stream().findFirst().map(evidence -> Cause.of(evidence, kept)))
                .deadline(alert.deadlineMs())
                .told(publications.ofDeadline(alert, then));
    }

    private ProfileDecision reminded(Alert alert, Reminder reminder, Journey then) {
        What what = reminder.becameReachable() ? What.REACHABLE : What.REMINDED;
        return ProfileDecision.of(reminder.atMs(), what, reminder.becameReachable() ? "A12" : "A13")
                .about(alert.subject())
                .alert(alert.id())
                .deadline(alert.deadlineMs())
                .told(publications.ofReminder(alert, reminder, then));
    }

    private void ended(Alert alert, Optional<Cause> cause, Optional<SubjectKey> latest) {
        if (alert.status() instanceof AlertStatus.Recovered recovered) {
            ProfileDecision decision = end(alert, recovered.atMs(), What.RECOVERED, "A6", cause);
            story.add(recovered.viaLink() ? decision.reason("VIA_LINK") : decision);
        } else if (alert.status() instanceof AlertStatus.Retracted retracted) {
            Optional<Cause> why = cause.or(() -> story.lastDisarmingOf(alert.subject()));
            story.add(end(alert, retracted.atMs(), What.RETRACTED, RuleNumbers.ofEnd(retracted.reason()), why)
                    .reason(retracted.reason().name()));
        } else if (alert.status() instanceof AlertStatus.Expired expired) {
            boolean isReplaced = expired.reason() == Reason.REPLACED;
            story.add(end(alert, expired.atMs(), What.EXPIRED, RuleNumbers.ofEnd(expired.reason()), Optional.empty())
                    .reason(expired.reason().name())
                    .by(isReplaced ? latest : Optional.empty()));
        }
    }

    /** What happened before the deadline and was heard of later is told after it. */
    private ProfileDecision end(Alert alert, long atMs, What what, String rule, Optional<Cause> cause) {
        return ProfileDecision.of(Math.max(atMs, alert.deadlineMs()), what, rule)
                .about(alert.subject())
                .alert(alert.id())
                .because(cause)
                .deadline(alert.deadlineMs())
                .revision(publications.ofEnd(alert));
    }
}
