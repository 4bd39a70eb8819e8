package io.journeystreams.domain.engine;

import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.ChurnOutput.Surroundings;
import io.journeystreams.domain.churn.ChurnPublication;
import io.journeystreams.domain.churn.Settlement;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.fact.FactOutput;
import io.journeystreams.domain.fact.FactPublication;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.profile.Course;
import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.profile.ToldFacts;
import io.journeystreams.domain.service.Friction;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.Transition;
import io.journeystreams.domain.time.ClockReading;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Tells readers of the course of a journey what they have not been told yet. */
final class CoursePublisher {

    private final EnginePolicy policy;

    CoursePublisher(EnginePolicy policy) {
        this.policy = policy;
    }

    /**
     * @param told what readers have been told
     * @param nextDueAtMs when the clock lets more be published, epoch milliseconds
     */
    record Result(ToldFacts told, CourseOutputs outputs, long nextDueAtMs) {}

    Result publish(ProfileState state, Journey journey, ClockReading clock, long emittedAtMs) {
        Course course = journey.course();
        FactPublication publication = new FactPublication(state.key(), policy.tenant(), clock, emittedAtMs);
        ToldFacts before = state.facts();
        FactPublication.Result<Transition> transitions =
                publication.publish(before.transitions(), course.stages().transitions());
        FactPublication.Result<Moment> moments = publication.publish(before.moments(), course.allMoments());
        FactPublication.Result<Friction> frictions =
                publication.publish(before.frictions(), course.service().frictions());
        FactPublication.Result<Settlement> settlements =
                publication.publish(before.settlements(), settlements(state.key(), course));
        ChurnPublication.Result churn =
                churn(state, journey, clock, emittedAtMs).publish(course.churn());
        return new Result(
                new ToldFacts(transitions.told(), moments.told(), frictions.told(), churn.told(), settlements.told()),
                new CourseOutputs(
                        ofStages(transitions.outputs()),
                        moments.outputs(),
                        frictions.outputs(),
                        settlements.outputs(),
                        new Traces(state.recent()).ofChurn(churn.outputs())),
                LongStream.of(
                                transitions.nextDueAtMs(),
                                moments.nextDueAtMs(),
                                frictions.nextDueAtMs(),
                                settlements.nextDueAtMs(),
                                churn.nextDueAtMs())
                        .min()
                        .orElseThrow());
    }

    /** Moves between touchpoints are for the journey map alone. */
    private static List<FactOutput<Transition>> ofStages(List<FactOutput<Transition>> outputs) {
        if (outputs.isEmpty()) {
            return outputs;
        }
        return outputs.stream()
                .filter(output -> output.fact().layer() != Layer.TOUCHPOINT)
                .toList();
    }

    /** The end of all that was told of a customer who is forgotten (rule I8). */
    CourseOutputs erase(ProfileState state, long emittedAtMs) {
        ChurnPublication erasure = new ChurnPublication(
                state.key(),
                policy.tenant(),
                policy.course().churn().maxAge(),
                ClockReading.undefined(),
                emittedAtMs,
                state.facts().churn(),
                alert -> Surroundings.UNKNOWN);
        return CourseOutputs.ofChurn(erasure.erase().outputs());
    }

    private ChurnPublication churn(ProfileState state, Journey journey, ClockReading clock, long emittedAtMs) {
        return new ChurnPublication(
                state.key(),
                policy.tenant(),
                policy.course().churn().maxAge(),
                clock,
                emittedAtMs,
                state.facts().churn(),
                alert -> around(alert, journey));
    }

    /** A device that nobody is known by is no customer who could come back: it says nothing about the model. */
    private static List<Settlement> settlements(ProfileKey profile, Course course) {
        return profile.isCustomer() ? course.churn().forecasts().settled() : List.of();
    }

    private Surroundings around(ChurnAlert alert, Journey journey) {
        Course course = journey.course();
        return new Surroundings(
                course.stages()
                        .stageAt(
                                Layer.LIFECYCLE,
                                alert.firedAtMs() - 1,
                                policy.course().stages().model()),
                course.service().open().size(),
                OptionalLong.of(journey.lastSeenAtMs()),
                journey.lastVisit().channel());
    }
}
