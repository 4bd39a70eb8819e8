package io.journeystreams.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.local.registry.EmbeddedRegistry;
import io.journeystreams.registry.RegistryConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopologyScenarioTest {

    private final EmbeddedRegistry server = startRegistry();
    private final RegistryConnection registry = RegistryConnection.open(Map.of(RegistryConnection.URL, server.url()));

    @AfterAll
    void stop() {
        registry.close();
        server.close();
    }

    static Stream<Scenario> scenarios() {
        return Scenario.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void topologyAnswersAsTheScenarioSaysAndAsTheEngineDoes(Scenario scenario) {
        Answers expected = new EngineRunner(scenario, Timeline.FIXED).run();

        Answers answers = new TopologyRunner(scenario, registry).run().takingTurnsAsIn(expected);

        new Expectation(Timeline.FIXED).check(scenario, answers);
        assertThat(answers.facts()).isEqualTo(expected.facts());
    }

    private static EmbeddedRegistry startRegistry() {
        try {
            return EmbeddedRegistry.start(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
