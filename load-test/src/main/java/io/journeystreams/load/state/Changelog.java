package io.journeystreams.load.state;

import io.journeystreams.load.bench.CommittedReader;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a changelog holds.
 *
 * @param records all that are in it
 * @param last of every key that was not deleted, the last record
 */
record Changelog(long records, List<ConsumerRecord<byte[], byte[]>> last) {

    Changelog {
        last = List.copyOf(last);
    }

    static Changelog read(String bootstrapServers, String topic) {
        Map<ByteBuffer, ConsumerRecord<byte[], byte[]>> last = new LinkedHashMap<>();
        long[] records = {0};
        try (CommittedReader reader = new CommittedReader(bootstrapServers, List.of(topic))) {
            reader.readOn(record -> {
                records[0]++;
                if (record.value() == null) {
                    last.remove(ByteBuffer.wrap(record.key()));
                } else {
                    last.put(ByteBuffer.wrap(record.key()), record);
                }
            });
        }
        return new Changelog(records[0], List.copyOf(last.values()));
    }
}
