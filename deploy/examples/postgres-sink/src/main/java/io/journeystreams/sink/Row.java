package io.journeystreams.sink;

import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record does to the table of its topic. */
sealed interface Row {

    SunkTopic topic();

    /** The row is to be so. */
    record Written(SunkTopic topic, SpecificRecord value, int partition, long offset, long timestampMs)
            implements Row {}

    /** The row is to go. */
    record Deleted(SunkTopic topic, String key) implements Row {}

    static Row written(SunkTopic topic, SpecificRecord value, ConsumerRecord<byte[], byte[]> source) {
        return new Written(topic, value, source.partition(), source.offset(), source.timestamp());
    }

    static Row deleted(SunkTopic topic, ConsumerRecord<byte[], byte[]> tombstone) {
        return new Deleted(topic, new String(tombstone.key(), StandardCharsets.UTF_8));
    }
}
