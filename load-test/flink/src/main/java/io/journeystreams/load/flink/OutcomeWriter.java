package io.journeystreams.load.flink;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes an outcome into the topic that it names, keyed by device. */
final class OutcomeWriter implements KafkaRecordSerializationSchema<Outcome>, KafkaDatasetFacetProvider {

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Outcome outcome, KafkaSinkContext context, @Nullable Long atMs) {
        byte[] key = outcome.device.getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(outcome.topic, null, atMs, key, outcome.value);
    }

    /** The connector looks here for transactions of an earlier run. */
    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(new DefaultKafkaDatasetFacet(
                DefaultKafkaDatasetIdentifier.ofTopics(List.of(Outcome.SESSIONS, Outcome.ABANDONMENT))));
    }
}
