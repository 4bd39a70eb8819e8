package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.AlertPublication;
import io.journeystreams.domain.abandonment.Circumstances;
import io.journeystreams.domain.abandonment.Recipient;
import io.journeystreams.domain.abandonment.Standing;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.identity.Identity;
import io.journeystreams.domain.map.MapChange;
import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.profile.ProfileOutput;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.profile.Telling;
import io.journeystreams.domain.profile.Upcoming;
import io.journeystreams.domain.session.SessionId;
import io.journeystreams.domain.session.SessionOutput;
import io.journeystreams.domain.session.SessionPublication;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.StageModel;
import io.journeystreams.domain.stage.Stages;
import io.journeystreams.domain.time.ClockReading;
import java.util.List;
import java.util.Optional;

/** Tells the journey from what is known now, and publishes what readers have not been told yet. */
final class Publisher {

    private final EnginePolicy policy;
    private final Replay replay;
    private final CoursePublisher courses;

    Publisher(EnginePolicy policy, Replay replay) {
        this.policy = policy;
        this.replay = replay;
        this.courses = new CoursePublisher(policy);
    }

    /**
     * @param emittedAtMs intake time of the journal entry that led to it, epoch milliseconds
     * @param changesPicture the picture of the profile is to be published even if nothing else is
     */
    Decision publish(
            ProfileState before, ClockReading clock, long emittedAtMs, Outcome outcome, boolean changesPicture) {
        ProfileState state = ChurnAdoption.of(before, clock, policy.course().churn());
        Telling telling = replay.tell(state, clock.timeMs());
        Journey journey = telling.told();
        SessionPublication.Result sessions = sessions(state, journey, clock, emittedAtMs);
        AlertPublication.Result alerts = alerts(state, journey, sessions, clock, emittedAtMs);
        CoursePublisher.Result course = courses.publish(state, journey, clock, emittedAtMs);
        Tally tally = journey.tally().plus(Tally.of(alerts.published().trial()));
        Identity identity = policy.identity().isForgotten(state.identity(), clock)
                ? state.identity().forgettingErasure()
                : state.identity();
        Journey settled =
                ChurnAdoption.judged(state.settled(), journey, policy.course().churn());
        long dueAtMs = Math.min(course.nextDueAtMs(), nextDueAtMs(telling, sessions, alerts));
        ProfileState next = new ProfileState(
                state.key(),
                identity,
                settled,
                state.settledUntilMs(),
                state.recent(),
                sessions.published(),
                alerts.published(),
                course.told(),
                tally,
                Math.min(
                        Math.min(dueAtMs, alerts.lookAgainAtMs()),
                        policy.identity().forgottenAtMs(identity)),
                judged(telling, settled, state));
        boolean hasNews = changesPicture
                || (outcome == Outcome.ELAPSED && !alerts.waits() && journey.isKnown())
                || !sessions.outputs().isEmpty()
                || !alerts.outputs().isEmpty()
                || !course.outputs().transitions().isEmpty()
                || !course.outputs().churn().isEmpty();
        List<ProfileOutput> picture = hasNews
                ? List.of(Picture.of(next, journey, model(), policy.tenant(), dueAtMs, emittedAtMs))
                : List.of();
        Outputs outputs = new Outputs(
                described(sessions.outputs(), journey),
                new Traces(state.recent()).ofAlerts(alerts.outputs()),
                picture,
                List.of(),
                course.outputs());
        return new Decision(
                next,
                outcome,
                outputs,
                tally.minus(state.tally()),
                List.of(),
                MapChange.between(state.facts(), course.told(), state.alerts(), alerts.published()));
    }

    /** Who is judged from now on would have been told as judged from the beginning on. */
    private Telling judged(Telling telling, Journey settled, ProfileState state) {
        return settled.equals(state.settled())
                ? telling
                : replay.told(
                        settled,
                        state.recent(),
                        telling.untilMs(),
                        ChurnAdoption.judged(
                                telling.told(), telling.told(), policy.course().churn()));
    }

    private SessionPublication.Result sessions(
            ProfileState state, Journey journey, ClockReading clock, long emittedAtMs) {
        return new SessionPublication(state.key(), policy.tenant(), policy.session(), clock, emittedAtMs)
                .publish(state.sessions(), journey.sessions());
    }

    private AlertPublication.Result alerts(
            ProfileState state,
            Journey journey,
            SessionPublication.Result sessions,
            ClockReading clock,
            long emittedAtMs) {
        return new AlertPublication(
                        state.alerts(),
                        policy.abandonment(),
                        policy.clock().grace().toMillis(),
                        recipient(state.key(), journey),
                        clock,
                        emittedAtMs,
                        alert -> around(alert, journey, sessions))
                .publish(journey.abandonment().alerts());
    }

    private Recipient recipient(ProfileKey profile, Journey journey) {
        boolean isControl = policy.abandonment().action().controlGroup().contains(policy.tenant(), profile);
        return new Recipient(profile, journey.person(), journey.purchases().hasKept(), journey.interest(), isControl);
    }

    private List<SessionOutput> described(List<SessionOutput> outputs, Journey journey) {
        return outputs.isEmpty()
                ? outputs
                : outputs.stream()
                        .map(output -> output.withStages(journey.course()
                                .stages()
                                .seenBetween(
                                        output.session().startedAtMs(),
                                        output.session().endedAtMs(),
                                        model())))
                        .toList();
    }

    private Circumstances around(Alert alert, Journey journey, SessionPublication.Result sessions) {
        Stages stages = journey.course().stages();
        return new Circumstances(
                sessionOf(alert, sessions),
                new Standing(
                        stages.stageAt(Layer.MISSION, alert.deadlineMs(), model()),
                        stages.stageAt(Layer.LIFECYCLE, alert.deadlineMs(), model())));
    }

    private StageModel model() {
        return policy.course().stages().model();
    }

    private static Optional<String> sessionOf(Alert alert, SessionPublication.Result sessions) {
        return alert.visit()
                .deviceId()
                .flatMap(device -> sessions.find(new DeviceId(device), alert.lastActivityAtMs()))
                .map(SessionId::value);
    }

    private static long nextDueAtMs(
            Telling telling, SessionPublication.Result sessions, AlertPublication.Result alerts) {
        long rulesMs = telling.next().map(Upcoming::atMs).orElse(ProfileState.NEVER);
        return Math.min(rulesMs, Math.min(sessions.nextDueAtMs(), alerts.nextDueAtMs()));
    }
}
