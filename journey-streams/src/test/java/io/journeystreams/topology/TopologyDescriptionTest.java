package io.journeystreams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.intake.ReadProgress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A change of the topology strands state or strands records of those who upgrade: it is a decision, never an accident. */
class TopologyDescriptionTest {

    private static final String EXPECTED = "/topology.expected.txt";

    @Test
    void topologyIsTheOneThatWasDecidedOn() throws IOException {
        String actual = JourneyTopology.build(JourneySettings.of(
                        EnginePolicy.defaults(),
                        TopologyRun.SOURCES,
                        AvroCodecs.all(),
                        ReadProgress.ALWAYS_FULLY_READ,
                        ProcessorMeters.NONE))
                .describe()
                .toString();
        Path written = Path.of("target", "topology.actual.txt");
        Files.writeString(written, actual);

        assertThat(actual)
                .as(
                        "if the change is meant, copy %s over src/test/resources%s and say in the commit what happens to"
                                + " running instances",
                        written, EXPECTED)
                .isEqualTo(expected());
    }

    private static String expected() throws IOException {
        try (InputStream file = TopologyDescriptionTest.class.getResourceAsStream(EXPECTED)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
