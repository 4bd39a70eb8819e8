package io.journeystreams.sink;

import io.journeystreams.registry.RegistryConnection;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What topics hold: by topic, id and revision the position of the last record. Read without a group, and by nothing of the sink. */
final class TopicRows {

    private static final Duration POLL = Duration.ofMillis(200);

    private TopicRows() {}

    static Map<String, String> read(SinkRig rig, Collection<SunkTopic> topics) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                rig.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (RegistryConnection registry = rig.registry();
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    topics.stream().flatMap(TopicRows::partitions).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            RowReader reader = new RowReader(registry);
            Map<String, String> rows = new TreeMap<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> put(rows, reader, record));
            }
            return rows;
        }
    }

    private static Stream<TopicPartition> partitions(SunkTopic topic) {
        return Stream.iterate(0, partition -> partition + 1)
                .limit(SinkRig.PARTITIONS)
                .map(partition -> new TopicPartition(topic.topicName(), partition));
    }

    private static void put(Map<String, String> rows, RowReader reader, ConsumerRecord<byte[], byte[]> record) {
        Row.Written row = (Row.Written) reader.read(record);
        StringBuilder key = new StringBuilder(row.topic().tableName());
        for (String field : row.topic().keyFields()) {
            key.append(" | ").append(valueOf(row.value(), field));
        }
        rows.put(key.toString(), row.partition() + " | " + row.offset());
    }

    private static Object valueOf(SpecificRecord record, String field) {
        return record.get(record.getSchema().getField(field).pos());
    }
}
