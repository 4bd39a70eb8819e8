package io.journeystreams.domain.engine;

import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.moment.MomentPolicy;
import io.journeystreams.domain.service.ServicePolicy;
import io.journeystreams.domain.stage.StagePolicy;

/** Settings of what makes the course of a journey. */
public record CoursePolicy(StagePolicy stages, ServicePolicy service, MomentPolicy moments, ChurnPolicy churn) {

    public static CoursePolicy defaults() {
        return new CoursePolicy(
                StagePolicy.defaults(), ServicePolicy.defaults(), MomentPolicy.defaults(), ChurnPolicy.defaults());
    }

    public CoursePolicy with(ChurnPolicy other) {
        return new CoursePolicy(stages, service, moments, other);
    }
}
