package io.journeystreams.deploy.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A file under deploy/contracts that is made by code: compared with the code, or written anew with {@code -Dregenerate.docs=true}. */
final class GeneratedContract {

    static final Path FOLDER = Path.of("contracts");
    private static final String HEAD = """
            # Generated from topics.yaml and the Avro contracts; to write it anew:
            #   mvn -q package -pl deploy -am -Dtest=ContractFilesTest -Dsurefire.failIfNoSpecifiedTests=false -Dregenerate.docs=true
            """;
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private GeneratedContract() {}

    static void check(String name, Map<String, Object> expected) throws IOException {
        Path file = FOLDER.resolve(name);
        String text = HEAD + YAML.writeValueAsString(expected);
        if (Boolean.getBoolean("regenerate.docs")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file).as("stale? the command that writes it anew:%n%s", HEAD).exists();
        assertThat(Files.readString(file))
                .as("stale? the command that writes it anew stands at its top")
                .isEqualTo(text);
    }
}
