package io.journeystreams.scenario;

import io.journeystreams.config.JourneyConfig;
import io.journeystreams.domain.churn.Cdnow;
import io.journeystreams.domain.churn.ChurnModel;
import io.journeystreams.domain.engine.CoursePolicy;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.time.ClockPolicy;
import java.time.Duration;

/** Settings under which scenarios run: the usual ones, and those that a scenario names. */
final class ScenarioPolicy {

    private static final Duration FOREVER = Duration.ofDays(3_650);

    private ScenarioPolicy() {}

    static EnginePolicy of(Scenario scenario) {
        EnginePolicy policy = scenario.settings().isEmpty()
                ? EnginePolicy.defaults()
                : JourneyConfig.of(scenario.settings()).policy();
        return scenario.churnModel()
                .map(ScenarioPolicy::model)
                .map(model -> judgingBy(model, policy))
                .orElse(policy);
    }

    private static ChurnModel model(String name) {
        if (!name.equals("cdnow")) {
            throw new IllegalArgumentException("a scenario's churn model is cdnow: " + name);
        }
        return Cdnow.MODEL;
    }

    private static EnginePolicy judgingBy(ChurnModel model, EnginePolicy policy) {
        CoursePolicy course = policy.course();
        return policy.with(course.with(course.churn().with(model)));
    }

    /** Scenarios last hours of event time and seconds of the wall's: silence must not count. */
    static EnginePolicy withoutIdleRule(Scenario scenario) {
        EnginePolicy policy = of(scenario);
        ClockPolicy clock = policy.clock();
        return policy.with(new ClockPolicy(clock.grace(), FOREVER, clock.futureTolerance(), clock.lateness()));
    }
}
