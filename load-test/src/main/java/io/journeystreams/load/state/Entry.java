package io.journeystreams.load.state;

import io.journeystreams.load.bench.BenchTopics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;

/**
 * What a changelog holds of a template, to be written of its copies too.
 *
 * @param topic a changelog
 * @param profileAt where in its key the profile's key begins; what is before it is a time
 */
record Entry(String topic, int profileAt, Stamp key, Stamp value, long timestamp, Headers headers) {

    /** The last value under its key; it is not a tombstone. */
    static Entry of(ConsumerRecord<byte[], byte[]> record, int profileAt, int device) {
        return new Entry(
                record.topic(),
                profileAt,
                Stamp.of(record.key(), device),
                Stamp.of(record.value(), device),
                record.timestamp(),
                record.headers());
    }

    /** The key of the profile to which an entry of a changelog belongs. */
    static String profileIn(byte[] key, int profileAt) {
        return new String(key, profileAt, key.length - profileAt, StandardCharsets.UTF_8);
    }

    /** Of somebody else, in the partition in which the journal has their profile's events. */
    ProducerRecord<byte[], byte[]> about(List<byte[]> names) {
        byte[] copiedKey = key.about(names);
        return new ProducerRecord<>(topic, partitionOf(copiedKey), timestamp, copiedKey, value.about(names), headers);
    }

    private int partitionOf(byte[] copiedKey) {
        byte[] profile = new byte[copiedKey.length - profileAt];
        System.arraycopy(copiedKey, profileAt, profile, 0, profile.length);
        return Utils.toPositive(Utils.murmur2(profile)) % BenchTopics.PARTITIONS;
    }
}
