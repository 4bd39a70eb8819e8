package io.journeystreams.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.time.ClockPolicy;
import io.journeystreams.rig.Cluster;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerScenarioIT {

    private Cluster cluster;
    private BrokerRunner runner;

    @BeforeAll
    void start(@TempDir Path directory) {
        cluster = Cluster.start(directory.resolve("broker"));
        runner = new BrokerRunner(cluster, directory);
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    static Stream<Scenario> scenarios() {
        return Scenario.all().stream().filter(Scenario::onBroker);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void processorOnABrokerAnswersAsTheScenarioSaysAndAsTheEngineDoes(Scenario scenario) {
        Timeline timeline = endingNow(scenario);

        Answers expected = new EngineRunner(scenario, timeline).run();

        Answers answers = runner.run(scenario, timeline).takingTurnsAsIn(expected);

        new Expectation(timeline).check(scenario, answers);
        assertThat(answers.facts()).isEqualTo(expected.facts());
    }

    /** The scenario's last moment, the grace of its clock included, is over. */
    private static Timeline endingNow(Scenario scenario) {
        Duration length = scenario.length().plus(ClockPolicy.defaults().grace());
        return new Timeline(Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(length));
    }
}
