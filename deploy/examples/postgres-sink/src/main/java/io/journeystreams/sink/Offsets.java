package io.journeystreams.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** How far each partition is written, in the tables themselves and not in Kafka. The caller commits. */
final class Offsets {

    static final String TABLE = "journey.sink_offset";

    private final Connection connection;

    Offsets(Connection connection) {
        this.connection = connection;
    }

    /**
     * What a batch does to a partition.
     *
     * @param from where the last one ended; empty before the first
     * @param to where the next one begins
     */
    record Advance(OptionalLong from, long to) {}

    OptionalLong next(TopicPartition partition) throws SQLException {
        prepareRow(partition);
        try (PreparedStatement query = connection.prepareStatement(
                "select next_offset from " + TABLE + " where topic = ? and kafka_partition = ?")) {
            query.setString(1, partition.topic());
            query.setInt(2, partition.partition());
            ResultSet answer = query.executeQuery();
            if (!answer.next()) {
                return OptionalLong.empty();
            }
            long next = answer.getLong(1);
            return answer.wasNull() ? OptionalLong.empty() : OptionalLong.of(next);
        }
    }

    /**
     * Whoever lost the partition to another sink and does not know it yet finds another offset here. PostgreSQL lets the second of two
     * who write the same row wait for the first, and then looks at the condition again.
     */
    void advance(TopicPartition partition, Advance advance) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update " + TABLE
                        + " set next_offset = ? where topic = ? and kafka_partition = ? and next_offset is not distinct from ?")) {
            update.setLong(1, advance.to());
            update.setString(2, partition.topic());
            update.setInt(3, partition.partition());
            ColumnType.BIGINT.bind(
                    update, 4, advance.from().isPresent() ? advance.from().getAsLong() : null);
            if (update.executeUpdate() != 1) {
                throw new SinkException(SinkExit.TAKEN_OVER, partition + " was not at " + advance.from());
            }
        }
    }

    private void prepareRow(TopicPartition partition) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + TABLE + " (topic, kafka_partition) values (?, ?) on conflict do nothing")) {
            insert.setString(1, partition.topic());
            insert.setInt(2, partition.partition());
            insert.executeUpdate();
        }
    }
}
