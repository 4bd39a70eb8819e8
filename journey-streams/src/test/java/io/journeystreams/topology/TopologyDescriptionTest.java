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
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

/** A change of the topology strands state or strands records of those who upgrade: it is a decision, never an accident. */
class TopologyDescriptionTest {

    private static final String EXPECTED = "/topology.expected.txt";

    @Test
    void topologyIsTheOneThatWasDecidedOn() throws IOException {
        String actual = described().toString();
        Path written = Path.of("target", "topology.actual.txt");
        Files.writeString(written, actual);

        assertThat(actual)
                .as(
                        "if the change is meant, copy %s over src/test/resources%s and say in the commit what happens to"
                                + " running instances",
                        written, EXPECTED)
                .isEqualTo(expected());
    }

    /** Therefore no task ever waits for another of its partitions ({@code max.task.idle.ms}). */
    @Test
    void everyTaskReadsOneTopic() {
        assertThat(described().subtopologies()).allSatisfy(part -> assertThat(part.nodes().stream()
                        .filter(TopologyDescription.Source.class::isInstance)
                        .flatMap(node -> ((TopologyDescription.Source) node).topicSet().stream()))
                .hasSize(1));
    }

    private static TopologyDescription described() {
        return JourneyTopology.build(JourneySettings.of(
                        EnginePolicy.defaults(),
                        TopologyRun.SOURCES,
                        AvroCodecs.all(),
                        ReadProgress.ALWAYS_FULLY_READ,
                        ProcessorMeters.NONE))
                .describe();
    }

    private static String expected() throws IOException {
        try (InputStream file = TopologyDescriptionTest.class.getResourceAsStream(EXPECTED)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
