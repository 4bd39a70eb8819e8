package io.journeystreams.domain.engine;

import io.journeystreams.domain.moment.MomentPolicy;
import io.journeystreams.domain.service.ServicePolicy;
import io.journeystreams.domain.stage.StagePolicy;

/** Settings of what makes the course of a journey. */
public record CoursePolicy(StagePolicy stages, ServicePolicy service, MomentPolicy moments) {

    public static CoursePolicy defaults() {
        return new CoursePolicy(StagePolicy.defaults(), ServicePolicy.defaults(), MomentPolicy.defaults());
    }
}
