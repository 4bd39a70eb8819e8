package io.journeystreams.scenario;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EngineScenarioTest {

    static Stream<Scenario> scenarios() {
        return Scenario.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void engineAnswersAsTheScenarioSays(Scenario scenario) {
        Answers answers = new EngineRunner(scenario, Timeline.FIXED).run();

        new Expectation(Timeline.FIXED).check(scenario, answers);
    }
}
