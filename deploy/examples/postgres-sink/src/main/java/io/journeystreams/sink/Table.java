package io.journeystreams.sink;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * The table of a topic: a column for each field of the contract, and where the record stood in the topic.
 *
 * @param key names of columns
 */
record Table(String name, String doc, List<Column> columns, List<String> key) {

    /** Where the record stood: partition, offset and timestamp. */
    static final List<String> POSITION = List.of("kafka_partition", "kafka_offset", "kafka_timestamp");

    Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    static Table of(SunkTopic topic) {
        Schema contract = SpecificData.get().getSchema(topic.contract());
        return new Table(
                topic.tableName(),
                contract.getDoc(),
                contract.getFields().stream().map(Column::of).toList(),
                topic.keyFields().stream().map(Column::nameOf).toList());
    }

    /** Parameters: the columns in order, then {@link #POSITION}. The same row written again changes nothing but its position. */
    String upsert() {
        List<String> names = names();
        String values = names.stream().map(name -> "?").collect(Collectors.joining(", "));
        String changes = names.stream()
                .filter(name -> !key.contains(name))
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        return "insert into " + name + " (" + String.join(", ", names) + ") values (" + values + ") on conflict ("
                + String.join(", ", key) + ") do update set " + changes;
    }

    /** Parameters: the key. */
    String delete() {
        return "delete from " + name + " where "
                + key.stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
    }

    private List<String> names() {
        return Stream.concat(columns.stream().map(Column::name), POSITION.stream())
                .toList();
    }
}
