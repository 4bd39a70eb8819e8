package io.journeystreams.deploy.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.journeystreams.cli.Journey;
import io.journeystreams.config.JourneyConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Compose file holds what the specification allows, and every name in it is one of ours, of the image or of a service. */
class ComposeFileTest {

    private static final Path FOLDER = Path.of("compose");
    private static final YAMLMapper STRICT = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static JsonNode compose = STRICT.missingNode();

    @BeforeAll
    static void read() throws IOException {
        compose = STRICT.readTree(FOLDER.resolve("docker-compose.yaml").toFile());
    }

    @Test
    void itIsAComposeFile() throws IOException {
        assertThat(problems(compose)).isEmpty();
    }

    @Test
    void aMisspeltNameIsNone() throws IOException {
        assertThat(problems(STRICT.readTree("services: {processor: {image: a:1, healthchek: {}}}")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.getMessage()).contains("healthchek"));
    }

    @Test
    void everyImageHasAVersionAndOursIsTheOneThatIsBuilt() throws IOException {
        assertThat(compose.path("services"))
                .allSatisfy(service -> assertThat(service.path("image").asText())
                        .matches("[a-z/-]+:.+")
                        .doesNotEndWith(":latest"));
        assertThat(ourServices()).hasSize(3).allSatisfy(service -> assertThat(
                        service.path("image").asText())
                .isEqualTo("journey-streams:${JOURNEY_VERSION:-" + projectVersion() + "}"));
    }

    @Test
    void everyCommandIsOneOfTheProgram() {
        assertThat(ourServices()).allSatisfy(service -> {
            List<String> arguments = new ArrayList<>();
            service.path("command").forEach(word -> arguments.add(word.asText()));
            arguments.add("--help");
            StringWriter said = new StringWriter();
            int code = Journey.execute(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
            assertThat(code).as("%s: %s", arguments, said).isZero();
        });
    }

    @Test
    void whatItsConfigurationNamesIsThere() {
        JourneyConfig config = JourneyConfig.load(FOLDER.resolve("journey.yaml"), Map.of(), Map.of());

        assertThat(config.kafka().requireBootstrapServers()).isEqualTo("broker:9092");
        assertThat(compose.at("/services/broker/environment/KAFKA_LISTENERS").asText())
                .contains("://:9092");
        URI registry = URI.create(config.registry().requireUrl());
        assertThat(compose.path("services").has(registry.getHost())).isTrue();
        assertThat(texts(compose.at("/services/registry/ports")))
                .containsExactly("127.0.0.1:8081:" + registry.getPort());
        JsonNode processor = compose.at("/services/processor");
        assertThat(texts(processor.path("ports")))
                .containsExactly("127.0.0.1:7070:" + config.http().port());
        assertThat(texts(processor.path("volumes")))
                .contains("state:" + config.streams().requireStateDirectory());
        assertThat(texts(processor.at("/healthcheck/test")))
                .anyMatch(word -> word.contains("/" + config.http().port() + " ") && word.contains("GET /live "));
    }

    @Test
    void everyMountedFileAndVolumeIsThere() {
        assertThat(compose.path("services")).allSatisfy(service -> assertThat(texts(service.path("volumes")))
                .allSatisfy(volume -> {
                    String source = volume.substring(0, volume.indexOf(':'));
                    boolean isThere = source.startsWith("./")
                            ? Files.isRegularFile(FOLDER.resolve(source))
                            : compose.path("volumes").has(source);
                    assertThat(isThere).as(volume).isTrue();
                }));
    }

    @Test
    void nothingIsPublishedBeyondLoopback() {
        assertThat(compose.path("services")).allSatisfy(service -> assertThat(texts(service.path("ports")))
                .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:")));
    }

    private static Set<ValidationMessage> problems(JsonNode file) throws IOException {
        ObjectNode specification =
                STRICT.readValue(FOLDER.resolve("schema/compose-spec.json").toFile(), ObjectNode.class);
        // a relative one, which the validator refuses
        specification.remove("$id");
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(specification);
        return schema.validate(file);
    }

    private static List<JsonNode> ourServices() {
        List<JsonNode> ours = new ArrayList<>();
        for (JsonNode service : compose.path("services")) {
            if (service.path("image").asText().startsWith("journey-streams:")) {
                ours.add(service);
            }
        }
        return ours;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static String projectVersion() throws IOException {
        return Pattern.compile("<version>(.*?)</version>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
