package io.journeystreams.sink;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.kafka.common.TopicPartition;

/** The tables in PostgreSQL. One connection, for one thread. Every method throws {@link SinkException}. */
final class Warehouse implements AutoCloseable {

    private final Connection connection;
    private final Offsets offsets;

    private Warehouse(Connection connection) {
        this.connection = connection;
        this.offsets = new Offsets(connection);
    }

    static Warehouse open(SinkSettings settings) {
        Properties driver = new Properties();
        driver.setProperty("user", settings.user());
        if (settings.password() != null) {
            driver.setProperty("password", settings.password());
        }
        driver.setProperty("connectTimeout", "10"); // seconds
        driver.setProperty("socketTimeout", "60"); // seconds
        driver.setProperty("tcpKeepAlive", "true");
        driver.setProperty("ApplicationName", "journey-postgres-sink");
        driver.setProperty("logServerErrorDetail", "false"); // it quotes values
        return new Warehouse(asked("connect", () -> {
            Connection connection = DriverManager.getConnection(settings.url(), driver);
            connection.setAutoCommit(false);
            return connection;
        }));
    }

    /** @throws SinkException {@link SinkExit#TABLES}, naming what is missing */
    void requireTables(Collection<SunkTopic> topics) {
        List<String> missing = asked("look for tables", () -> {
            List<String> absent = new ArrayList<>();
            for (String table : tablesOf(topics)) {
                if (!exists(table)) {
                    absent.add(table);
                }
            }
            connection.rollback();
            return absent;
        });
        if (!missing.isEmpty()) {
            throw new SinkException(SinkExit.TABLES, "missing: " + String.join(", ", missing));
        }
    }

    /** Where to go on; empty if nothing of the partition has been written. */
    OptionalLong nextOffset(TopicPartition partition) {
        return asked("read the offset of " + partition, () -> {
            OptionalLong next = offsets.next(partition);
            connection.commit();
            return next;
        });
    }

    /**
     * Writes rows and offsets in one transaction: both are there, or neither.
     *
     * @param advances partitions to be written, from which offset to which
     * @throws SinkException {@link SinkExit#TAKEN_OVER} if an offset in the tables is not the one that the batch begins at
     */
    void write(List<Row> rows, Map<TopicPartition, Offsets.Advance> advances) {
        asked("write a batch", () -> {
            try (RowStatements statements = new RowStatements(connection)) {
                for (Map.Entry<TopicPartition, Offsets.Advance> advance : advances.entrySet()) {
                    offsets.advance(advance.getKey(), advance.getValue());
                }
                for (Row row : rows) {
                    statements.add(row);
                }
                statements.flush();
                connection.commit();
                return rows.size();
            } catch (SQLException | RuntimeException failed) {
                rollBackAfter(failed);
                throw failed;
            }
        });
    }

    @Override
    public void close() {
        asked("disconnect", () -> {
            connection.close();
            return true;
        });
    }

    private static List<String> tablesOf(Collection<SunkTopic> topics) {
        List<String> tables = new ArrayList<>(List.of(Offsets.TABLE));
        topics.forEach(topic -> tables.add(topic.tableName()));
        return tables;
    }

    private boolean exists(String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, table);
            ResultSet answer = query.executeQuery();
            return answer.next() && answer.getBoolean(1);
        }
    }

    private void rollBackAfter(Exception failed) {
        try {
            connection.rollback();
        } catch (SQLException notEvenThat) {
            failed.addSuppressed(notEvenThat);
        }
    }

    @FunctionalInterface
    private interface Statements<R> {
        R run() throws SQLException;
    }

    private static <R> R asked(String what, Statements<R> statements) {
        try {
            return statements.run();
        } catch (SQLException failed) {
            throw new SinkException(
                    SinkExit.DATABASE,
                    "cannot " + what + ": SQL state " + failed.getSQLState() + ", " + failed.getMessage(),
                    failed);
        }
    }
}
