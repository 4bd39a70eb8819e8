package io.journeystreams.load.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much a contender has published.
 *
 * @param bytes of all values
 * @param byTopic records
 */
record Published(long records, long bytes, Map<String, Long> byTopic) {

    Published {
        byTopic = Map.copyOf(byTopic);
    }

    static Published in(String bootstrapServers, List<String> topics) {
        Map<String, Long> byTopic = new TreeMap<>();
        long[] bytes = {0};
        try (CommittedReader reader = new CommittedReader(bootstrapServers, topics)) {
            reader.readOn(record -> {
                byTopic.merge(record.topic(), 1L, Long::sum);
                bytes[0] += Math.max(0, record.serializedValueSize());
            });
        }
        long records = byTopic.values().stream().mapToLong(Long::longValue).sum();
        return new Published(records, bytes[0], byTopic);
    }

    long averageBytes() {
        return records == 0 ? 0 : bytes / records;
    }
}
