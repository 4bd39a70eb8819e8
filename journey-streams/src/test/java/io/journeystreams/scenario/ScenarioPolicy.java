package io.journeystreams.scenario;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.time.ClockPolicy;
import java.time.Duration;

/** Settings under which scenarios run: the usual ones. */
final class ScenarioPolicy {

    private static final Duration FOREVER = Duration.ofDays(3_650);

    private ScenarioPolicy() {}

    /** Scenarios last hours of event time and seconds of the wall's: silence must not count. */
    static EnginePolicy withoutIdleRule() {
        EnginePolicy policy = EnginePolicy.defaults();
        ClockPolicy clock = policy.clock();
        return policy.with(new ClockPolicy(clock.grace(), FOREVER, clock.futureTolerance(), clock.lateness()));
    }
}
