package io.journeystreams.sink;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables as SQL, made from the contracts. */
final class Ddl {

    private static final String HEAD = """
            -- Tables of the sink: one a topic, one column a field. May be run again, and adds the columns that are new then.
            -- Generated from the Avro contracts; to write it anew:
            --   mvn -q package -pl deploy/examples/postgres-sink -am -Dtest=DdlTest -Dsurefire.failIfNoSpecifiedTests=false -Dregenerate.docs=true

            create schema if not exists journey;

            create table if not exists journey.sink_offset (
                topic text not null,
                kafka_partition integer not null,
                next_offset bigint,
                primary key (topic, kafka_partition));
            comment on table journey.sink_offset is 'How far the sink has come; written in the transaction that writes the rows.';
            comment on column journey.sink_offset.next_offset is 'Offset of the next record to be written; null before the first.';
            """;

    private Ddl() {}

    static String tables() {
        return HEAD
                + Stream.of(SunkTopic.values())
                        .map(topic -> "\n-- Topic " + topic.topicName() + "\n" + Ddl.of(Table.of(topic)))
                        .collect(Collectors.joining());
    }

    private static String of(Table table) {
        return "create table if not exists " + table.name() + " (\n"
                + "    kafka_partition integer not null,\n"
                + "    kafka_offset bigint not null,\n"
                + "    kafka_timestamp timestamptz not null,\n"
                + keyColumns(table).map(column -> "    " + of(column) + ",\n").collect(Collectors.joining())
                + "    primary key (" + String.join(", ", table.key()) + "));\n"
                + "alter table " + table.name() + "\n"
                + table.columns().stream()
                        .filter(column -> !table.key().contains(column.name()))
                        .map(column -> "    add column if not exists " + of(column))
                        .collect(Collectors.joining(",\n", "", ";\n"))
                + indexes(table)
                + comments(table);
    }

    private static Stream<Column> keyColumns(Table table) {
        return table.columns().stream().filter(column -> table.key().contains(column.name()));
    }

    private static String of(Column column) {
        return column.name() + " " + column.type().sql() + (column.isRequired() ? " not null" : "");
    }

    private static String comments(Table table) {
        return "comment on table " + table.name() + " is " + quoted(table.doc()) + ";\n"
                + comment(table, "kafka_timestamp", "When the broker took the record.")
                + table.columns().stream()
                        .map(column -> comment(table, column.name(), column.doc()))
                        .collect(Collectors.joining());
    }

    private static String comment(Table table, String column, String text) {
        return "comment on column " + table.name() + "." + column + " is " + quoted(text) + ";\n";
    }

    /** One customer's rows, and what others have superseded. */
    private static String indexes(Table table) {
        String plainName = table.name().substring(table.name().indexOf('.') + 1);
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> name.equals("supersedes")
                        || (name.equals("profile") && !table.key().contains(name)))
                .map(name -> "create index if not exists " + plainName + "_" + name + " on " + table.name()
                        + (name.equals("supersedes") ? " using gin (supersedes)" : " (" + name + ")") + ";\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
