package io.journeystreams.sink;

import io.journeystreams.local.broker.LocalBroker;
import io.journeystreams.local.registry.EmbeddedRegistry;
import io.journeystreams.registry.RegistryConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** A broker with all topics, a registry and a PostgreSQL server. */
final class SinkRig implements AutoCloseable {

    static final int PARTITIONS = 2;

    final PostgresServer postgres;
    private final Path directory;
    private final LocalBroker broker;
    private final EmbeddedRegistry registry;

    SinkRig(Path directory) throws Exception {
        this.directory = directory;
        this.postgres = PostgresServer.start();
        this.registry = EmbeddedRegistry.start(0);
        this.broker = LocalBroker.start(directory.resolve("broker"));
        try (Admin admin = admin()) {
            admin.createTopics(Stream.of(SunkTopic.values())
                            .map(topic -> new NewTopic(topic.topicName(), PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()));
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    RegistryConnection registry() {
        return RegistryConnection.open(Map.of(RegistryConnection.URL, registry.url()));
    }

    TopicWriter writer() {
        return new TopicWriter(broker.bootstrapServers(), registry());
    }

    /** Settings for a sink into the database; more of them, or others, in the lines. */
    Path settings(String databaseUrl, String... lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "kafka.bootstrap.servers=" + broker.bootstrapServers(),
                "kafka.group.id=" + databaseUrl.substring(databaseUrl.lastIndexOf('/') + 1),
                "kafka.session.timeout.ms=6000",
                "registry.url=" + registry.url(),
                "postgres.url=" + databaseUrl,
                "postgres.user=" + PostgresServer.USER));
        all.addAll(List.of(lines));
        return Files.write(Files.createTempFile(directory, "sink", ".properties"), all);
    }

    /** The rows of a query, each its columns as text. */
    static List<String> rows(String databaseUrl, String sql) throws SQLException {
        try (Connection connection = PostgresServer.connect(databaseUrl);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (answer.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                    row.add(answer.getString(i));
                }
                rows.add(String.join(" | ", row));
            }
            return rows;
        }
    }

    static long number(String databaseUrl, String sql) throws SQLException {
        return Long.parseLong(rows(databaseUrl, sql).get(0));
    }

    @Override
    public void close() {
        broker.close();
        registry.close();
        postgres.close();
    }
}
