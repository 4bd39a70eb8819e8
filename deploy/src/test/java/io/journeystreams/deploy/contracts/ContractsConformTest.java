package io.journeystreams.deploy.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files as they stand, held against the standards. */
class ContractsConformTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void asyncApiIsOneByItsOwnSchema() throws IOException {
        assertThat(StandardSchema.ASYNCAPI.objections(asyncApi())).isEmpty();
    }

    @Test
    void whatAsyncApiDoesNotKnowIsSeen() throws IOException {
        JsonNode document = asyncApi();
        JsonNode binding = document.path("channels")
                .path("journey.sessions")
                .path("bindings")
                .path("kafka");
        ((ObjectNode) binding).put("partition", 6);
        assertThat(StandardSchema.ASYNCAPI.objections(document)).isNotEmpty();
    }

    /** Files that are named are there, are Avro by themselves, and are what the topic holds. */
    @Test
    void payloadsAreTheFrozenContracts() throws IOException {
        JsonNode messages = asyncApi().path("components").path("messages");
        for (ContractTopic topic : ContractTopic.all()) {
            JsonNode payload = messages.path(topic.name()).path("payload");
            File file = GeneratedContract.FOLDER
                    .resolve(payload.path("schema").path("$ref").asText())
                    .toFile();
            assertThat(SchemaNormalization.toParsingForm(new Schema.Parser().parse(file)))
                    .isEqualTo(SchemaNormalization.toParsingForm(topic.value()));
        }
    }

    static List<ContractTopic> outputs() throws IOException {
        return ContractTopic.outputs();
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void dataContractUsesWhatItsStandardKnows(ContractTopic topic) throws IOException {
        assertThat(StandardSchema.ODCS.objections(read(file(topic)))).isEmpty();
    }

    @Test
    void whatOdcsDoesNotKnowIsSeen() throws IOException {
        JsonNode document = read("odcs/journey.sessions.yaml");
        ((ObjectNode) document.path("schema").path(0).path("properties").path(0)).put("mandatory", true);
        assertThat(StandardSchema.ODCS.objections(document)).isNotEmpty();
    }

    @Test
    void everyFieldOfEveryOutputHasADescription() throws IOException {
        for (ContractTopic topic : ContractTopic.outputs()) {
            JsonNode properties = read(file(topic)).path("schema").path(0).path("properties");
            assertThat(properties).hasSameSizeAs(topic.value().getFields());
            assertThat(properties).allSatisfy(property -> assertThat(
                            property.path("description").asText(""))
                    .as("%s of %s", property.path("name"), topic.name())
                    .isNotBlank());
        }
    }

    @Test
    void noContractIsLeftOfATopicThatIsGone() throws IOException {
        List<String> wanted = ContractTopic.outputs().stream()
                .map(topic -> topic.name() + ".yaml")
                .toList();
        try (Stream<Path> files = Files.list(GeneratedContract.FOLDER.resolve("odcs"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    private static JsonNode asyncApi() throws IOException {
        return read("asyncapi.yaml");
    }

    private static String file(ContractTopic topic) {
        return "odcs/" + topic.name() + ".yaml";
    }

    private static JsonNode read(String name) throws IOException {
        return YAML.readTree(GeneratedContract.FOLDER.resolve(name).toFile());
    }
}
