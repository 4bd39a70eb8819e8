package io.journeystreams.domain.explain;

import io.journeystreams.domain.abandonment.Abandonment;
import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.abandonment.Arming;
import io.journeystreams.domain.abandonment.Deadlines;
import io.journeystreams.domain.abandonment.DisarmReason;
import io.journeystreams.domain.abandonment.Subject;
import io.journeystreams.domain.abandonment.SubjectKey;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.engine.Witness;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.explain.ProfileDecision.What;
import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.session.Session;
import java.util.List;
import java.util.Optional;

/** Makes decisions out of what changes from one step of a journey to the next. */
final class Retelling implements Witness {

    private final EnginePolicy policy;
    private final List<JourneyEvent> kept;
    private final Story story;
    private final AlertTeller alerts;
    private final ChurnTeller leaving;

    Retelling(EnginePolicy policy, List<JourneyEvent> kept, Story story, AlertTeller alerts, ChurnTeller leaving) {
        this.policy = policy;
        this.kept = kept;
        this.story = story;
        this.alerts = alerts;
        this.leaving = leaving;
    }

    /** Tells what the settled journey still knows of the time before. */
    void begin(Journey settled) {
        for (Alert alert : settled.abandonment().alerts()) {
            story.add(ProfileDecision.of(alert.armedAtMs(), What.ARMED, ruleOfArming(alert.armSeq()))
                    .about(alert.subject())
                    .because(alert.evidence().stream().findFirst().map(evidence -> Cause.of(evidence, kept))));
            alerts.began(alert, settled);
        }
        for (Subject subject : settled.abandonment().subjects()) {
            began(subject, settled);
        }
        leaving.began(settled.course().churn());
    }

    private void began(Subject subject, Journey settled) {
        if (subject.arming() instanceof Arming.Disarmed disarmed) {
            story.add(disarmed(subject, disarmed, Optional.empty(), Optional.empty()));
        } else if (subject.arming() instanceof Arming.Armed armed) {
            armed.previous()
                    .ifPresent(before -> story.add(disarmed(subject, before, Optional.empty(), Optional.empty())));
            story.add(armed(subject, armed, wait(settled, subject)));
        }
    }

    @Override
    public void onEvent(JourneyEvent event, Journey before, Journey after) {
        int told = story.size();
        Optional<Cause> cause = Optional.of(Cause.of(event));
        tell(event.atMs(), cause, before, after);
        bots(before, after)
                .ifPresent(bot -> story.add(
                        ProfileDecision.of(event.atMs(), What.BOT, "S6").because(cause)));
        if (story.size() == told && !isTouched(event, after)) {
            Unarmed.why(event, after, policy.abandonment())
                    .ifPresent(why -> story.add(ProfileDecision.of(event.atMs(), What.NOT_ARMED, why.rule())
                            .reason(why.name())
                            .because(cause)));
        }
        leaving.tell(
                event.atMs(), cause, before.course().churn(), after.course().churn());
    }

    @Override
    public void onTime(long atMs, Journey before, Journey after) {
        tell(atMs, Optional.empty(), before, after);
        leaving.tell(
                atMs, Optional.empty(), before.course().churn(), after.course().churn());
    }

    private void tell(long atMs, Optional<Cause> cause, Journey before, Journey after) {
        if (before.abandonment().equals(after.abandonment()) && before.lastActivityAtMs() == after.lastActivityAtMs()) {
            return;
        }
        for (Subject subject : after.abandonment().subjects()) {
            tell(atMs, subject, cause, before, after);
        }
        alerts.tell(cause, before, after);
    }

    private void tell(long atMs, Subject subject, Optional<Cause> cause, Journey before, Journey after) {
        Optional<Subject> known = find(before.abandonment(), subject.key());
        Arming was = known.map(Subject::arming).orElse(new Arming.Idle());
        if (subject.arming() instanceof Arming.Armed armed) {
            Deadlines.Wait wait = wait(after, subject);
            if (!(was instanceof Arming.Armed earlier && earlier.by().equals(armed.by()))) {
                story.add(armedBefore(subject, armed, before, after)
                        .map(other -> merged(atMs, other, subject, wait).because(cause))
                        .orElseGet(() -> armed(subject, armed, wait)));
            } else if (wait.untilMs() != wait(before, known.orElseThrow()).untilMs()) {
                story.add(postponed(atMs, subject, wait).because(cause));
            }
        } else if (subject.arming() instanceof Arming.Disarmed disarmed && !disarmed.equals(was)) {
            story.add(disarmed(subject, disarmed, cause, successor(subject, disarmed, after)));
        }
    }

    /** Another name under which the same arming was known: of a cart that went into this one (rule A9). */
    private static Optional<Subject> armedBefore(Subject subject, Arming.Armed armed, Journey before, Journey after) {
        return before.abandonment().subjects().stream()
                .filter(other -> other.kind() == subject.kind() && !other.key().equals(subject.key()))
                .filter(other -> other.arming() instanceof Arming.Armed earlier
                        && earlier.by().equals(armed.by()))
                .filter(other -> find(after.abandonment(), other.key())
                        .filter(Subject::isArmed)
                        .isEmpty())
                .findFirst();
    }

    private static ProfileDecision merged(long atMs, Subject other, Subject into, Deadlines.Wait wait) {
        return ProfileDecision.of(atMs, What.MERGED, "A9")
                .about(other.key())
                .by(Optional.of(into.key()))
                .deadline(wait.untilMs());
    }

    private ProfileDecision armed(Subject subject, Arming.Armed armed, Deadlines.Wait wait) {
        Optional<Cause> cause = armed.evidence().stream().findFirst().map(evidence -> Cause.of(evidence, kept));
        ProfileDecision decision = ProfileDecision.of(armed.atMs(), What.ARMED, ruleOfArming(subject.armSeq()))
                .about(subject.key())
                .because(cause)
                .deadline(wait.untilMs());
        return wait.putOff() == Deadlines.PutOff.NO
                ? decision
                : decision.reason(wait.putOff().name());
    }

    /** One that had its alert arms again only on a change (rule A10). */
    private static String ruleOfArming(int armSeq) {
        return armSeq > 1 ? "A10" : "A1";
    }

    private static ProfileDecision postponed(long atMs, Subject subject, Deadlines.Wait wait) {
        return ProfileDecision.of(
                        atMs, What.POSTPONED, RuleNumbers.of(wait.putOff()).orElse("A2"))
                .about(subject.key())
                .deadline(wait.untilMs());
    }

    private static ProfileDecision disarmed(
            Subject subject, Arming.Disarmed disarmed, Optional<Cause> cause, Optional<SubjectKey> by) {
        boolean isSuperseded =
                disarmed.reason() == DisarmReason.MOVED_UP || disarmed.reason() == DisarmReason.MOVED_DOWN;
        return ProfileDecision.of(
                        disarmed.atMs(),
                        isSuperseded ? What.SUPERSEDED : What.DISARMED,
                        RuleNumbers.of(disarmed.reason()))
                .about(subject.key())
                .reason(disarmed.reason().name())
                .by(by)
                .because(cause);
    }

    /** What is armed in the place of a subject. */
    private static Optional<SubjectKey> successor(Subject left, Arming.Disarmed disarmed, Journey after) {
        return after.abandonment().subjects().stream()
                .filter(other -> other.isArmed() && other.changedAtMs() == disarmed.atMs())
                .filter(other -> switch (disarmed.reason()) {
                    case MOVED_UP -> other.kind().isAbove(left.kind());
                    case MOVED_DOWN -> left.kind().isAbove(other.kind());
                    case REPLACED -> other.kind() == left.kind();
                    default -> false;
                })
                .map(Subject::key)
                .findFirst();
    }

    private static boolean isTouched(JourneyEvent event, Journey after) {
        return after.abandonment().subjects().stream()
                .anyMatch(subject -> subject.arming() instanceof Arming.Armed armed
                        && armed.evidence().stream()
                                .anyMatch(evidence -> evidence.eventId().equals(event.id())));
    }

    private static Optional<Session> bots(Journey before, Journey after) {
        return after.sessions().stream()
                .filter(Session::isBot)
                .filter(session -> before.sessions().stream()
                        .noneMatch(known -> known.isBot()
                                && known.startedAtMs() == session.startedAtMs()
                                && known.deviceId().equals(session.deviceId())))
                .findFirst();
    }

    private Deadlines.Wait wait(Journey journey, Subject subject) {
        return Deadlines.waitOf(journey.abandonment(), subject, journey.lastActivityAtMs(), policy.abandonment())
                .orElseThrow();
    }

    static Optional<Subject> find(Abandonment state, SubjectKey key) {
        return state.subjects().stream()
                .filter(subject -> subject.key().equals(key))
                .findFirst();
    }

    static Optional<Alert> find(List<Alert> alerts, AlertId id) {
        return alerts.stream().filter(alert -> alert.id().equals(id)).findFirst();
    }
}
