package io.journeystreams.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.time.ClockPolicy;
import io.journeystreams.rig.Cluster;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario on a broker; four brokers, each with a processor, share them, since most of the time is spent waiting. */
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerScenarioIT {

    private static final int BROKERS = 4;

    private final List<Stand> stands = new ArrayList<>();
    private final Map<String, Future<Run>> runs = new HashMap<>();

    /** A broker that plays one scenario after the other. */
    private record Stand(Cluster cluster, BrokerRunner runner, ExecutorService turns) {

        static Stand in(Path directory) {
            Cluster cluster = Cluster.start(directory.resolve("broker"));
            return new Stand(cluster, new BrokerRunner(cluster, directory), Executors.newSingleThreadExecutor());
        }

        Future<Run> play(Scenario scenario) {
            return turns.submit(() -> {
                Timeline timeline = endingNow(scenario);
                return new Run(timeline, runner.run(scenario, timeline));
            });
        }

        void close() {
            turns.shutdownNow();
            cluster.close();
        }
    }

    private record Run(Timeline timeline, Answers answers) {}

    @BeforeAll
    void start(@TempDir Path directory) {
        for (int i = 0; i < BROKERS; i++) {
            stands.add(Stand.in(directory.resolve("stand-" + i)));
        }
        List<Scenario> scenarios = scenarios().toList();
        for (int i = 0; i < scenarios.size(); i++) {
            Scenario scenario = scenarios.get(i);
            runs.put(scenario.name(), stands.get(i % BROKERS).play(scenario));
        }
    }

    @AfterAll
    void stop() {
        stands.forEach(Stand::close);
    }

    static Stream<Scenario> scenarios() {
        return Scenario.all().stream().filter(Scenario::onBroker);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void processorOnABrokerAnswersAsTheScenarioSaysAndAsTheEngineDoes(Scenario scenario) throws Exception {
        Run run = Objects.requireNonNull(runs.get(scenario.name())).get();

        Answers expected = new EngineRunner(scenario, run.timeline()).run();
        Answers answers = run.answers().takingTurnsAsIn(expected);

        new Expectation(run.timeline()).check(scenario, answers);
        expected.facts()
                .forEach((topic, facts) ->
                        assertThat(answers.facts().get(topic)).as(topic).containsExactlyElementsOf(facts));
    }

    /** The scenario's last moment, the grace of its clock included, is over. */
    private static Timeline endingNow(Scenario scenario) {
        Duration length = scenario.length().plus(ClockPolicy.defaults().grace());
        return new Timeline(Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(length));
    }
}
