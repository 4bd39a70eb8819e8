package io.journeystreams.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The statements of one transaction, many rows a round trip. The order of the rows of one topic is kept. */
final class RowStatements implements AutoCloseable {

    private static final Map<SunkTopic, Table> TABLES = tables();

    private final Connection connection;
    private final Map<SunkTopic, PreparedStatement> upserts = new EnumMap<>(SunkTopic.class);

    RowStatements(Connection connection) {
        this.connection = connection;
    }

    void add(Row row) throws SQLException {
        if (row instanceof Row.Written written) {
            upsert(written);
        } else if (row instanceof Row.Deleted deleted) {
            delete(deleted);
        }
    }

    /** Sends what was added. */
    void flush() throws SQLException {
        for (PreparedStatement upsert : upserts.values()) {
            upsert.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement upsert : upserts.values()) {
            upsert.close();
        }
    }

    private void upsert(Row.Written row) throws SQLException {
        PreparedStatement upsert = upserts.get(row.topic());
        if (upsert == null) {
            upsert = connection.prepareStatement(table(row.topic()).upsert());
            upserts.put(row.topic(), upsert);
        }
        int place = 1;
        for (Column column : table(row.topic()).columns()) {
            column.type().bind(upsert, place++, row.value().get(column.place()));
        }
        upsert.setInt(place++, row.partition());
        upsert.setLong(place++, row.offset());
        ColumnType.TIME.bind(upsert, place, Instant.ofEpochMilli(row.timestampMs()));
        upsert.addBatch();
    }

    /** What was added before goes first: it may be the row that is to go. */
    private void delete(Row.Deleted row) throws SQLException {
        @Nullable PreparedStatement before = upserts.get(row.topic());
        if (before != null) {
            before.executeBatch();
        }
        try (PreparedStatement delete =
                connection.prepareStatement(table(row.topic()).delete())) {
            delete.setString(1, row.key());
            delete.executeUpdate();
        }
    }

    private static Table table(SunkTopic topic) {
        return Objects.requireNonNull(TABLES.get(topic));
    }

    private static Map<SunkTopic, Table> tables() {
        Map<SunkTopic, Table> tables = new EnumMap<>(SunkTopic.class);
        for (SunkTopic topic : SunkTopic.values()) {
            tables.put(topic, Table.of(topic));
        }
        return tables;
    }
}
