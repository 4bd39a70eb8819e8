package io.journeystreams.domain.explain;

import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.churn.Buying;
import io.journeystreams.domain.churn.Churn;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.ChurnKind;
import io.journeystreams.domain.churn.ChurnPublication;
import io.journeystreams.domain.churn.ChurnReason;
import io.journeystreams.domain.churn.ToldAlert;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.explain.ProfileDecision.What;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What became of alerts that a customer may be leaving, step by step. Of devices nothing is told, as to readers. */
final class ChurnTeller {

    private final ProfileKey profile;
    private final String tenant;
    private final List<JourneyEvent> kept;
    private final Story story;
    private final ChurnPublications publications;

    ChurnTeller(
            ProfileKey profile, String tenant, List<JourneyEvent> kept, Story story, ChurnPublications publications) {
        this.profile = profile;
        this.tenant = tenant;
        this.kept = kept;
        this.story = story;
        this.publications = publications;
    }

    /** What is remembered of alerts of before the time that is told again. */
    void began(Churn settled) {
        for (ChurnAlert alert : alerts(settled)) {
            fired(alert);
            alert.escalation().ifPresent(escalation -> escalated(alert, escalation, Optional.empty()));
            alert.ending().ifPresent(ending -> story.add(cleared(alert, ending)));
        }
    }

    /** @param atMs of the step, epoch milliseconds */
    void tell(long atMs, Optional<Cause> cause, Churn before, Churn after) {
        alerts(before).stream()
                .filter(alert -> alert.isFiring() && !after.hasAlert(alert.cause()))
                .forEach(alert -> story.add(retracted(alert, Math.max(atMs, alert.firedAtMs()), cause, after)));
        for (ChurnAlert now : alerts(after)) {
            Optional<ChurnAlert> was = before.alerts().stream()
                    .filter(alert -> alert.cause().equals(now.cause()))
                    .findFirst();
            tell(atMs, cause, was, now);
        }
    }

    /** What readers were told last, where the story does not say so. */
    void rest(ToldAlert told, Churn known) {
        ChurnAlert alert = told.alert();
        if (!story.tells(id(alert), decision -> decision.what() == What.FIRED)) {
            fired(alert);
            alert.escalation().ifPresent(escalation -> escalated(alert, escalation, Optional.empty()));
        }
        if (story.tells(id(alert), decision -> decision.isRevision(told.revision()))) {
            return;
        }
        OptionalInt revision = OptionalInt.of(told.revision());
        What what = sortOf(told);
        Set<What> sorts = what == What.STANDS ? Set.of(What.STANDS, What.ESCALATED) : Set.of(what);
        Optional<ProfileDecision> latest = story.latest(id(alert), sorts).filter(decision -> decision.what() == what);
        latest.ifPresentOrElse(
                decision -> story.replace(decision, decision.revision(revision)),
                () -> story.add(last(told, known).revision(revision)));
    }

    private void tell(long atMs, Optional<Cause> cause, Optional<ChurnAlert> was, ChurnAlert now) {
        if (was.isEmpty()) {
            fired(now);
        }
        int level = was.map(ChurnAlert::level).orElse(ChurnAlert.FIRST_LEVEL);
        now.escalation()
                .filter(escalation -> escalation.level() > level)
                .ifPresent(escalation -> escalated(now, escalation, cause));
        Optional<ChurnAlert.Ending> knownEnding = was.flatMap(ChurnAlert::ending);
        now.ending()
                .filter(ending -> !knownEnding.equals(Optional.of(ending)))
                .ifPresent(ending -> story.add(cleared(now, ending)));
        if (now.isFiring() && knownEnding.isPresent()) {
            story.add(reinstated(now, atMs, cause));
        }
    }

    private List<ChurnAlert> alerts(Churn churn) {
        return profile.isCustomer() ? churn.alerts() : List.of();
    }

    private void fired(ChurnAlert alert) {
        story.add(decision(alert, alert.firedAtMs(), What.FIRED, RuleNumbers.of(alert.kind()))
                .because(Optional.of(Cause.of(alert.armedBy(), kept)))
                .told(publications.ofFiring(alert)));
    }

    private void escalated(ChurnAlert alert, ChurnAlert.Escalation escalation, Optional<Cause> cause) {
        ProfileDecision decision = decision(alert, escalation.atMs(), What.ESCALATED, RuleNumbers.of(alert.kind()))
                .because(cause);
        story.add(publications
                .ofEscalation(alert, escalation.atMs())
                .map(decision::told)
                .orElse(decision));
    }

    private ProfileDecision cleared(ChurnAlert alert, ChurnAlert.Ending ending) {
        return decision(alert, ending.atMs(), What.CLEARED, RuleNumbers.ofEnd(ending.reason()))
                .reason(ending.reason().name())
                .because(ending.by().map(event -> Cause.of(event, kept)));
    }

    private ProfileDecision retracted(ChurnAlert alert, long atMs, Optional<Cause> cause, Churn known) {
        ChurnReason reason = ChurnPublication.goneBecause(alert, known);
        return decision(alert, atMs, What.RETRACTED, RuleNumbers.ofEnd(reason))
                .reason(reason.name())
                .because(cause);
    }

    private ProfileDecision reinstated(ChurnAlert alert, long atMs, Optional<Cause> cause) {
        String rule = alert.kind() == ChurnKind.NON_CONTRACTUAL ? "C6" : "C3";
        return decision(alert, atMs, What.STANDS, rule)
                .reason(ChurnReason.REINSTATED.name())
                .because(cause);
    }

    private static What sortOf(ToldAlert told) {
        if (!told.stands()) {
            return What.RETRACTED;
        }
        return told.alert().isFiring() ? What.STANDS : What.CLEARED;
    }

    private ProfileDecision last(ToldAlert told, Churn known) {
        ChurnAlert alert = told.alert();
        return switch (sortOf(told)) {
            case RETRACTED -> retracted(alert, alert.firedAtMs(), boughtBefore(alert, known), known);
            case CLEARED -> cleared(alert, alert.ending().orElseThrow());
            default -> stood(alert);
        };
    }

    /** Of one that has risen it is not known whether that was told last. */
    private ProfileDecision stood(ChurnAlert alert) {
        ProfileDecision decision = decision(alert, alert.firedAtMs(), What.STANDS, "T10");
        return alert.escalation().isPresent() ? decision : decision.reason(ChurnReason.REINSTATED.name());
    }

    /** What happened before it fired and was heard of later. */
    private Optional<Cause> boughtBefore(ChurnAlert alert, Churn known) {
        return known.buying().orders().stream()
                .filter(order ->
                        order.atMs() <= alert.firedAtMs() && !order.by().equals(alert.armedBy()))
                .filter(order -> alert.kind() == ChurnKind.NON_CONTRACTUAL)
                .max(Comparator.comparingLong(Buying.Order::atMs))
                .map(order -> Cause.of(order.by(), kept));
    }

    private ProfileDecision decision(ChurnAlert alert, long atMs, What what, String rule) {
        return ProfileDecision.of(atMs, what, rule).about(alert.kind()).alert(id(alert));
    }

    private AlertId id(ChurnAlert alert) {
        return new AlertId(alert.id(tenant));
    }
}
