package io.journeystreams.deploy.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files for Kafka Connect name topics and fields that there are. Whether the connector takes them is not shown here. */
class ConnectConfigTest {

    private static final Set<Schema.Type> NESTED = Set.of(Schema.Type.ARRAY, Schema.Type.MAP, Schema.Type.RECORD);

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("examples", "kafka-connect"))) {
            return files.sorted().toList();
        }
    }

    /** The JDBC sink takes no lists, maps and records: every other field is named. */
    @ParameterizedTest
    @MethodSource("files")
    void namesTheFieldsThatATableCanHold(Path file) throws IOException {
        JsonNode config = new ObjectMapper().readTree(file.toFile()).path("config");
        Schema contract = contractOf(config.path("topics").asText());

        assertThat(config.path("pk.fields").asText()).isEqualTo(String.join(",", DataContract.key(contract)));
        assertThat(config.path("consumer.override.isolation.level").asText()).isEqualTo("read_committed");
        assertThat(config.path("fields.whitelist").asText()).isEqualTo(flatFields(contract));
    }

    private static Schema contractOf(String name) throws IOException {
        return ContractTopic.outputs().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static String flatFields(Schema contract) {
        return contract.getFields().stream()
                .filter(field -> !isNested(field.schema()))
                .map(Schema.Field::name)
                .collect(Collectors.joining(","));
    }

    private static boolean isNested(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream().anyMatch(branch -> NESTED.contains(branch.getType()))
                : NESTED.contains(schema.getType());
    }
}
