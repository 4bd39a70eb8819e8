package io.journeystreams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.local.broker.LocalBroker;
import io.journeystreams.local.registry.EmbeddedRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TopicsAndSchemasIT {

    private Path directory = Path.of(".");
    private Path file = Path.of("journey.yaml");

    @BeforeEach
    void useDirectory(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("journey.yaml");
    }

    @Test
    void topicsAreMissingThenCreatedThenFineThenFoundMisconfigured() throws Exception {
        // given
        try (LocalBroker broker = LocalBroker.start(directory.resolve("broker"))) {
            configure(broker.bootstrapServers(), "http://127.0.0.1:1");

            // when
            Run missing = topics("check");
            Run created = topics("create", "--partitions", "2");
            Run again = topics("create");
            Run fine = topics("check");
            set(broker, "journey.journal", "cleanup.policy", "compact");
            Run misconfigured = topics("check");

            // then
            assertThat(missing.code()).isEqualTo(ExitCode.TOPICS.code());
            assertThat(missing.errorLines())
                    .hasSize(14)
                    .first()
                    .isEqualTo("journey: clickstream.events: does not exist; create it with: journey topics create");
            assertThat(created.code()).as(created.err()).isZero();
            assertThat(created.out().lines()).hasSize(14).allMatch(line -> line.endsWith(" created"));
            assertThat(again.out().lines()).hasSize(14).allMatch(line -> line.endsWith(" was there"));
            assertThat(fine.code()).as(fine.err()).isZero();
            assertThat(fine.out())
                    .contains("note: journey.journal: has 2 partitions where new installations have 6; that works")
                    .endsWith("the topics are fine" + System.lineSeparator());
            assertThat(misconfigured.code()).isEqualTo(ExitCode.TOPICS.code());
            assertThat(misconfigured.errorLines())
                    .singleElement()
                    .asString()
                    .startsWith("journey: journey.journal: cleanup.policy is compact, expected delete");
        }
    }

    @Test
    void schemasAreMissingThenRegisteredThenFine() throws IOException {
        // given
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(0)) {
            configure("127.0.0.1:1", registry.url());

            // when
            Run missing = schemas("check");
            Run registered = schemas("register");
            Run fine = schemas("check");

            // then
            assertThat(missing.code()).isEqualTo(ExitCode.SCHEMAS.code());
            assertThat(missing.errorLines())
                    .contains(
                            "journey: clickstream.events-value: is not in the registry; register it with: journey schemas register");
            assertThat(registered.code()).as(registered.err()).isZero();
            assertThat(registered.out().lines()).hasSize(13).allMatch(line -> line.contains(" registered, id "));
            assertThat(fine).isEqualTo(new Run(0, "the schemas are fine" + System.lineSeparator(), ""));
        }
    }

    private Run topics(String... arguments) {
        return command("topics", arguments);
    }

    private Run schemas(String... arguments) {
        return command("schemas", arguments);
    }

    private Run command(String command, String... arguments) {
        String[] line = new String[arguments.length + 3];
        line[0] = command;
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        line[arguments.length + 1] = "--config";
        line[arguments.length + 2] = file.toString();
        return Run.journey(line);
    }

    private void configure(String brokers, String registry) throws IOException {
        Files.writeString(
                file, "kafka: {bootstrapServers: '%s'}\nregistry: {url: '%s'}\n".formatted(brokers, registry));
    }

    private static void set(LocalBroker broker, String topic, String name, String value) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            AlterConfigOp change = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(resource, List.of(change)))
                    .all()
                    .get();
        }
    }
}
