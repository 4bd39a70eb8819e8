package io.journeystreams.sink;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What tables hold, in the form of {@link TopicRows}. */
final class TableRows {

    private TableRows() {}

    static Map<String, String> read(String databaseUrl, Collection<SunkTopic> topics) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        for (SunkTopic topic : topics) {
            String key = String.join(", ", Table.of(topic).key());
            for (String row : SinkRig.rows(
                    databaseUrl, "select " + key + ", kafka_partition, kafka_offset from " + topic.tableName())) {
                int split = row.lastIndexOf(" | ", row.lastIndexOf(" | ") - 1);
                rows.put(topic.tableName() + " | " + row.substring(0, split), row.substring(split + 3));
            }
        }
        return rows;
    }
}
