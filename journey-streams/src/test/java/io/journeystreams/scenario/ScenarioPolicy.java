package io.journeystreams.scenario;

import io.journeystreams.config.JourneyConfig;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.time.ClockPolicy;
import java.time.Duration;

/** Settings under which scenarios run: the usual ones, and those that a scenario names. */
final class ScenarioPolicy {

    private static final Duration FOREVER = Duration.ofDays(3_650);

    private ScenarioPolicy() {}

    static EnginePolicy of(Scenario scenario) {
        return scenario.settings().isEmpty()
                ? EnginePolicy.defaults()
                : JourneyConfig.of(scenario.settings()).policy();
    }

    /** Scenarios last hours of event time and seconds of the wall's: silence must not count. */
    static EnginePolicy withoutIdleRule(Scenario scenario) {
        EnginePolicy policy = of(scenario);
        ClockPolicy clock = policy.clock();
        return policy.with(new ClockPolicy(clock.grace(), FOREVER, clock.futureTolerance(), clock.lateness()));
    }
}
