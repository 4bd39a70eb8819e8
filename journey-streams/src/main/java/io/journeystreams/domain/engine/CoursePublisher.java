package io.journeystreams.domain.engine;

import io.journeystreams.domain.fact.FactPublication;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.profile.Course;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.profile.ToldFacts;
import io.journeystreams.domain.service.Friction;
import io.journeystreams.domain.stage.Transition;
import io.journeystreams.domain.time.ClockReading;

/** Tells readers of the course of a journey what they have not been told yet. */
final class CoursePublisher {

    private CoursePublisher() {}

    /**
     * @param told what readers have been told
     * @param nextDueAtMs when the clock lets more be published, epoch milliseconds
     */
    record Result(ToldFacts told, FactOutputs outputs, long nextDueAtMs) {}

    static Result publish(ProfileState state, Course course, String tenant, ClockReading clock, long emittedAtMs) {
        FactPublication publication = new FactPublication(state.key(), tenant, clock, emittedAtMs);
        ToldFacts before = state.facts();
        FactPublication.Result<Transition> transitions =
                publication.publish(before.transitions(), course.stages().transitions());
        FactPublication.Result<Moment> moments = publication.publish(before.moments(), course.allMoments());
        FactPublication.Result<Friction> frictions =
                publication.publish(before.frictions(), course.service().frictions());
        return new Result(
                new ToldFacts(transitions.told(), moments.told(), frictions.told()),
                new FactOutputs(transitions.outputs(), moments.outputs(), frictions.outputs()),
                Math.min(transitions.nextDueAtMs(), Math.min(moments.nextDueAtMs(), frictions.nextDueAtMs())));
    }
}
